/** Files of a ballot: sealed, for any hand; the receipt; the own copy. */
import * as v from 'valibot'
import { type Hex, isHex } from 'viem'
import { BaseError } from '../../../protocol/errors.ts'
import type { KeptBallot } from './keptBallots.ts'

/** docs/files.md, "Ballot files". */
function placeOf({ chainId, reviewer, round, version }: KeptBallot) {
  return { version: 1, chainId, round, reviewer, ballotVersion: version }
}

/** Whoever has it can send it; nobody can read or change it. */
export function sealedBallotFile(ballot: KeptBallot) {
  const format = 'dure-sealed-ballot'
  return { format, ...placeOf(ballot), ballot: ballot.sealed }
}

/** Tells the scores: for its reviewer alone. */
export function ownBallotFile(ballot: KeptBallot) {
  const { proposals, salt, seal, values } = ballot
  const format = 'dure-own-ballot'
  return { format, ...placeOf(ballot), proposals, values, salt, seal }
}

export function fileNameOf(kind: string, ballot: KeptBallot): string {
  const { reviewer, round, seal, version } = ballot
  const short = round.slice(2, 10).toLowerCase()
  return `${kind}-${short}-${reviewer}-v${version}-${seal.slice(2, 10)}.json`
}

const sealedSchema = v.object({
  format: v.literal('dure-sealed-ballot'),
  version: v.literal(1),
  chainId: v.number(),
  round: v.string(),
  reviewer: v.number(),
  ballotVersion: v.number(),
  ballot: v.custom<Hex>((value) => isHex(value) && value.length > 2),
})

export type SealedBallotFile = v.InferOutput<typeof sealedSchema>

export function parseSealedBallotFile(text: string): SealedBallotFile {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw new BallotFileError({ cause })
  }
  const parsed = v.safeParse(sealedSchema, content)
  if (!parsed.success) throw new BallotFileError({ cause: parsed.issues })
  return parsed.output
}

export class BallotFileError extends BaseError {
  override name = 'BallotFileError'

  constructor({ cause }: { cause: unknown }) {
    super('This is no file of a sealed ballot.', { cause })
  }
}
