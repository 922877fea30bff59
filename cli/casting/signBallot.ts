/** A reviewer seals a ballot and signs it, as in a wallet: with the scores seen. */
import { randomBytes } from 'node:crypto'
import { hexToBytes, type LocalAccount } from 'viem'
import {
  hashScores,
  saltLength,
  type Scores,
  toBallotTypedData,
} from '../../protocol/ballot.ts'
import type { EnvelopeSealer } from '../../protocol/envelope.ts'
import { signatureKinds, toAccountBody } from '../../protocol/signer.ts'
import type { RoundId } from '../../protocol/typedData.ts'
import { sealBallot } from '../../protocol/sealBallot.ts'

export type PlainBallot = Omit<Scores, 'salt'> & { version: number }

export type SignedBallot = {
  /** As the contract takes it. */
  packed: Uint8Array
  /** With its salt: enough to open it without the ballot key. */
  scores: Scores
  seal: Uint8Array
}

export async function signBallot(
  { chainId, round }: RoundId,
  sealer: EnvelopeSealer,
  account: LocalAccount,
  { version, ...plain }: PlainBallot,
): Promise<SignedBallot> {
  const salt = Uint8Array.from(randomBytes(saltLength))
  const scores = { ...plain, salt }
  const packed = await sealBallot(sealer, version, scores, async (sealed) => {
    const id = { chainId, round }
    const typedData = toBallotTypedData(id, scores, sealed)
    const signature = await account.signTypedData(typedData)
    const body = toAccountBody(hexToBytes(signature))
    return { kind: signatureKinds.account, body }
  })
  return { packed, scores, seal: hashScores(scores) }
}
