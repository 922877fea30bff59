/** Decrypts the ballots of every page with the ballot secret. */
import { parseBatch } from '../../protocol/ballot.ts'
import type { Draw } from '../../protocol/draw.ts'
import { parseOpenings } from '../../protocol/opening.ts'
import { envelopeLength, type Rules, valueCount } from '../../protocol/rules.ts'
import type { Page } from '../getPages.ts'
import { openBallots, type OpenBallotsTask } from './openBallots.ts'
import type { DecryptedPage } from './planOpenings.ts'

export type Decryption = {
  rules: Rules
  pages: readonly Page[]
  separator: Uint8Array
  draw: Draw
  ballotSecret: bigint
}

/** Does the tasks where and how it likes; the results are in their order. */
export type OpenInOrder = (
  tasks: Iterable<OpenBallotsTask>,
) => AsyncIterable<Uint8Array>

export async function decryptPages(
  { rules, pages, separator, draw, ballotSecret }: Decryption,
  openInOrder: OpenInOrder = openInTurn,
  advance: (ballots: number) => void = () => undefined,
): Promise<DecryptedPage[]> {
  const lengths = {
    envelopeLength: envelopeLength(rules, draw.n),
    valueCount: valueCount(rules, draw.n),
  }
  const common = { separator, ballotSecret, draw, ...lengths }
  function* tasks(): Generator<OpenBallotsTask, void> {
    for (const { batch } of pages) yield { ...common, batch }
  }
  const decrypted: DecryptedPage[] = []
  for await (const packed of openInOrder(tasks())) {
    const page = pages[decrypted.length]
    if (!page) break
    const { batch, number } = page
    const ballots = parseBatch(batch, lengths)
    const openings = parseOpenings(packed, lengths)
    decrypted.push({ number, batch, ballots, openings })
    advance(page.ballots)
  }
  return decrypted
}

/** In this thread, one page after the other. */
async function* openInTurn(
  tasks: Iterable<OpenBallotsTask>,
): AsyncGenerator<Uint8Array, void> {
  for (const task of tasks) yield await openBallots(task)
}
