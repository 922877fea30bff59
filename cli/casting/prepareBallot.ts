/** Makes a reviewer's two files: the sealed ballot, and the own copy of it. */
import { bytesToHex, type LocalAccount } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { getTrusteeKeys } from '../../chain/getTrusteeKeys.ts'
import { createEnvelopeSealer } from '../../protocol/envelope.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { RoundContext } from '../roundContext.ts'
import type { OwnBallotFile, SealedBallotFile } from './ballotFiles.ts'
import type { Seat } from './readSeat.ts'
import { signBallot } from './signBallot.ts'

export type PreparedBallot = { sealed: SealedBallotFile; own: OwnBallotFile }

/** The scores have been checked. */
export async function prepareBallot(
  client: ReadClient,
  context: RoundContext,
  account: LocalAccount,
  { list: proposals, lastVersion, reviewer }: Seat,
  scores: readonly number[],
): Promise<PreparedBallot> {
  const { chainId, round, rules, separator } = context
  const ballotVersion = lastVersion + 1
  if (ballotVersion > rules.ballotLimit)
    throw new NoVersionLeftError({ reviewer, limit: rules.ballotLimit })
  const keys = await getTrusteeKeys(client, { round })
  if (!keys) throw new NoBallotKeyError()
  const sealer = await createEnvelopeSealer(separator, keys.ballotKey)
  const values = Uint8Array.from(scores)
  const plain = { reviewer, proposals, values, version: ballotVersion }
  const {
    packed,
    scores: sealedScores,
    seal,
  } = await signBallot(context, sealer, account, plain)
  const place = { chainId: Number(chainId), round, reviewer, ballotVersion }
  return {
    sealed: {
      format: 'dure-sealed-ballot',
      version: 1,
      ...place,
      ballot: bytesToHex(packed),
    },
    own: {
      format: 'dure-own-ballot',
      version: 1,
      ...place,
      proposals,
      values: scores,
      salt: bytesToHex(sealedScores.salt),
      seal: bytesToHex(seal),
    },
  }
}

export class NoVersionLeftError extends BaseError {
  override name = 'NoVersionLeftError'

  constructor({ limit, reviewer }: { limit: number; reviewer: number }) {
    super(`Reviewer ${reviewer} has cast as often as the rules allow.`, {
      metaMessages: [
        `At most ${limit} ${limit === 1 ? 'ballot' : 'versions'}: the last one counts.`,
      ],
    })
  }
}

export class NoBallotKeyError extends BaseError {
  override name = 'NoBallotKeyError'

  constructor() {
    super('The round has no ballot key yet.', {
      metaMessages: ['Ballots are cast in the review: see `dure status`.'],
    })
  }
}
