/** The ballot that a file names, and whether it is the recorded one. */
import { equalBytes } from '@noble/curves/utils.js'
import { hexToBytes } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { getPages } from '../../chain/getPages.ts'
import { parseBatch } from '../../protocol/ballot.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import type { ExplainedSeat } from '../../verifier/explainBallot.ts'
import {
  type OwnBallotFile,
  readBallotFile,
  type SealedBallotFile,
} from '../casting/ballotFiles.ts'
import { readDraw } from '../../chain/readDraw.ts'
import type { RoundContext } from '../roundContext.ts'

export type NamedBallot = {
  reviewer: number
  version: number
  seal: Uint8Array
}

export async function readNamedBallot(
  file: string,
  context: RoundContext,
): Promise<NamedBallot> {
  const formats = ['dure-sealed-ballot', 'dure-own-ballot'] as const
  const content = await readBallotFile(file, context, formats)
  const { ballotVersion: version, reviewer } = content
  return { reviewer, version, seal: sealOf(content) }
}

/** True if just this ballot is recorded, and no later one replaced it. */
export async function stands(
  client: ReadClient,
  context: RoundContext,
  { reviewer, seal, version }: NamedBallot,
  seats: readonly ExplainedSeat[],
): Promise<boolean> {
  const last = seats.find((seat) => seat.reviewer === reviewer)?.ballots.at(-1)
  if (last?.version !== version) return false
  const { fromBlock, round, rules } = context
  const pages = await getPages(client, { round, fromBlock })
  const page = pages.find(({ number }) => number === last.recorded.page)
  const { n } = await readDraw(client, context)
  const length = { envelopeLength: envelopeLength(rules, n) }
  return parseBatch(page?.batch ?? new Uint8Array(), length).some(
    (ballot) =>
      ballot.reviewer === reviewer &&
      ballot.version === version &&
      equalBytes(ballot.seal, seal),
  )
}

/** It stands behind `u32 reviewer ‖ u8 kind and version`. */
function sealOf(content: SealedBallotFile | OwnBallotFile): Uint8Array {
  return content.format === 'dure-own-ballot'
    ? hexToBytes(content.seal)
    : hexToBytes(content.ballot).slice(5, 37)
}
