/** Opens the ballots of a page with the ballot secret, and packs the openings. */
import { parseBatch } from '../../protocol/ballot.ts'
import { createEnvelopeOpener } from '../../protocol/envelope.ts'
import type { Draw } from '../../protocol/draw.ts'
import { openPage, packOpenings } from '../../protocol/opening.ts'
import { createLists } from '../../protocol/lists.ts'

export type OpenBallotsTask = {
  /** The round's domain separator. */
  separator: Uint8Array
  ballotSecret: bigint
  /** From which the reviewers' lists follow. */
  draw: Draw
  envelopeLength: number
  /** The page's ballots as logged. */
  batch: Uint8Array
}

export async function openBallots({
  separator,
  ballotSecret,
  draw,
  envelopeLength,
  batch,
}: OpenBallotsTask): Promise<Uint8Array> {
  const opener = await createEnvelopeOpener(separator, ballotSecret)
  const ballots = parseBatch(batch, { envelopeLength })
  const openings = await openPage(opener, ballots, createLists(draw))
  return packOpenings(openings)
}
