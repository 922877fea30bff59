/** Decrypts the ballots of every page with the ballot secret, on all cores. */
import type { Page } from '../../chain/getPages.ts'
import { parseBatch } from '../../protocol/ballot.ts'
import type { Draw } from '../../protocol/draw.ts'
import { parseOpenings } from '../../protocol/opening.ts'
import { createWorkerPool } from '../rehearse/workerPool.ts'
import type { OpenBallotsTask } from './openBallots.ts'
import type { DecryptedPage } from './planOpenings.ts'

export type Decryption = {
  pages: readonly Page[]
  separator: Uint8Array
  draw: Draw
  ballotSecret: bigint
  envelopeLength: number
  valueCount: number
}

export async function decryptPages(
  decryption: Decryption,
  advance: (ballots: number) => void,
): Promise<DecryptedPage[]> {
  const { envelopeLength, pages, valueCount } = decryption
  const pool = createWorkerPool()
  const decrypted: DecryptedPage[] = []
  try {
    for await (const packed of pool.inOrder('openBallots', tasks(decryption))) {
      const page = pages[decrypted.length]
      if (!page) break
      const { batch, number } = page
      const ballots = parseBatch(batch, { envelopeLength })
      const openings = parseOpenings(packed, { valueCount })
      decrypted.push({ number, batch, ballots, openings })
      advance(page.ballots)
    }
  } finally {
    await pool.close()
  }
  return decrypted
}

/** One for each page, as worker threads take them. */
function* tasks({
  ballotSecret,
  draw,
  envelopeLength,
  pages,
  separator,
}: Decryption): Generator<OpenBallotsTask, void> {
  const common = { ballotSecret, draw, envelopeLength, separator }
  for (const { batch } of pages) yield { ...common, batch }
}
