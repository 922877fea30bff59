/** Decrypts every page with the ballot secret and opens them on the chain. */
import { getPages, type Page } from '../../chain/getPages.ts'
import {
  openPages as sendOpenings,
  type PageToOpen,
} from '../../chain/openPages.ts'
import { UnnamedRefusalError } from '../../chain/refusedError.ts'
import type { Draw } from '../../protocol/draw.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import type { OpenBallotsTask } from '../../chain/opening/openBallots.ts'
import { openingGas, plannedGas } from '../../chain/opening/openingGas.ts'
import type { Stage } from './stage.ts'

export type Opened = { counted: number; spoiled: number }

export async function openPages(
  stage: Stage,
  draw: Draw,
  ballotSecret: bigint,
): Promise<Opened> {
  const { chain, plan, pool, progress, round } = stage
  const opened: Opened = { counted: 0, spoiled: 0 }
  const total = plan.arrivals.length
  await progress.step('opening', total, 'ballots', async (advance) => {
    const pages = await getPages(chain.reader, { round, blocksAtOnce: 100n })
    const group = createGroup(stage, opened, advance)
    const tasks = openingTasks(stage, pages, draw, ballotSecret)
    let index = 0
    for await (const openings of pool.inOrder('openBallots', tasks)) {
      const page = pages[index++]
      if (page) await group.add({ ...page, openings })
    }
    await group.send()
  })
  return opened
}

type OpenedPage = PageToOpen & Pick<Page, 'ballots'>

/**
 * Gathers pages until the next one might not fit a transaction: going by what
 * the last one used, and by the most that more ballots can add.
 */
function createGroup(
  { actors, gas, plan, round, rules }: Stage,
  opened: Opened,
  advance: (by: number) => void,
) {
  const bounds = openingGas(rules, plan.proposals.length)
  let last = { gas: bounds.call, ballots: 0 }
  let pages: OpenedPage[] = []

  async function open(pages: readonly OpenedPage[]): Promise<void> {
    const ballots = countBallots(pages)
    const sent = await sendOpenings(actors.relayer, { round, pages })
    gas.spend('open', sent.receipt)
    last = { gas: Number(sent.receipt.gasUsed), ballots }
    opened.counted += sent.counted
    opened.spoiled += sent.spoiled
    advance(ballots)
  }

  async function send(): Promise<void> {
    const sent = pages
    pages = []
    if (sent.length === 0) return
    try {
      await open(sent)
    } catch (error) {
      // Fuller ballots than the last ones: too much together, not alone.
      const isOutOfGas = error instanceof UnnamedRefusalError
      if (!isOutOfGas || sent.length === 1) throw error
      for (const page of sent) await open([page])
    }
  }

  async function add(page: OpenedPage): Promise<void> {
    const ballots = countBallots(pages) + page.ballots
    const expected = last.gas + (ballots - last.ballots) * bounds.ballot
    if (expected > plannedGas) await send()
    pages.push(page)
  }

  return { add, send }
}

function countBallots(pages: readonly OpenedPage[]): number {
  return pages.reduce((sum, { ballots }) => sum + ballots, 0)
}

function* openingTasks(
  { plan, rules, separator }: Stage,
  pages: readonly Page[],
  draw: Draw,
  ballotSecret: bigint,
): Generator<OpenBallotsTask, void> {
  const length = envelopeLength(rules, plan.proposals.length)
  const common = { separator, ballotSecret, draw, envelopeLength: length }
  for (const { batch } of pages) yield { ...common, batch }
}
