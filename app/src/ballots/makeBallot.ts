/** Seals scores, has them signed, and keeps the ballot before anybody gets it. */
import { bytesToHex, hexToBytes } from 'viem'
import { getBlockNumber } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import {
  ballotDigest,
  saltLength,
  toBallotTypedData,
} from '../../../protocol/ballot.ts'
import { createEnvelopeSealer } from '../../../protocol/envelope.ts'
import { BaseError } from '../../../protocol/errors.ts'
import { sealBallot } from '../../../protocol/sealBallot.ts'
import { domainSeparator } from '../../../protocol/typedData.ts'
import type { HeldKey } from '../keys/heldKeys.ts'
import { signWithKey, type SignWithKeyParameters } from '../keys/signWithKey.ts'
import { keepBallot, type KeptBallot } from './keptBallots.ts'

export type BallotToMake = {
  key: HeldKey
  version: number
  proposals: readonly number[]
  values: readonly number[]
  /** Unix seconds. */
  now: number
}

export async function makeBallot(
  node: ReadClient,
  { key, now, proposals, values, version }: BallotToMake,
  ways: SignWithKeyParameters,
): Promise<KeptBallot> {
  const { chainId, reviewer, round } = key
  const id = { chainId: BigInt(chainId), round }
  const separator = domainSeparator(id)
  const [keys, block] = await Promise.all([
    getTrusteeKeys(node, { round }),
    getBlockNumber(node, { cacheTime: 0 }),
  ])
  if (!keys) throw new NoBallotKeyError()
  const sealer = await createEnvelopeSealer(separator, keys.ballotKey)
  const salt = crypto.getRandomValues(new Uint8Array(saltLength))
  const scores = { reviewer, proposals, values: Uint8Array.from(values), salt }
  const signed = { digest: new Uint8Array(), seal: new Uint8Array() }
  const sealed = await sealBallot(sealer, version, scores, (ballot) => {
    const digest = ballotDigest(separator, ballot)
    Object.assign(signed, { digest, seal: ballot.seal })
    const typedData = toBallotTypedData(id, scores, ballot)
    return signWithKey(key, { digest, typedData }, ways)
  })
  const kept: KeptBallot = {
    ...{ chainId, round, reviewer, version },
    digest: bytesToHex(signed.digest),
    seal: bytesToHex(signed.seal),
    proposals: [...proposals],
    values: [...values],
    salt: bytesToHex(salt),
    sealed: bytesToHex(sealed),
    signedAt: Math.floor(now),
    receipt: null,
    sentBy: null,
    afterBlock: Number(block),
  }
  if (!keepBallot(kept)) throw new NotKeptError()
  return kept
}

/** As the contract takes it. */
export function packedBallot({ sealed }: KeptBallot): Uint8Array {
  return hexToBytes(sealed)
}

export class NoBallotKeyError extends BaseError {
  override name = 'NoBallotKeyError'

  constructor() {
    super('The round has no ballot key yet.')
  }
}

/** Without its copy a ballot could not be opened where the key never comes. */
export class NotKeptError extends BaseError {
  override name = 'NotKeptError'

  constructor() {
    super('This browser keeps nothing, so the ballot was not sent.', {
      metaMessages: ['Leave the private window, or allow the page to store.'],
    })
  }
}
