/** From the frozen round to the lists: block hash, lottery key, draw. */
import { readRound } from '../../chain/readRound.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { type Draw, makeDraw as computeDraw } from '../../protocol/draw.ts'
import { createLists } from '../../protocol/lists.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import type { Comparisons } from './comparisons.ts'
import { releaseShares } from './releaseShares.ts'
import type { Stage } from './stage.ts'

/** Reviewers whose list is compared with the contract's. */
const sampleSize = 24

export async function makeDraw(
  stage: Stage,
  lotteryShares: readonly bigint[],
  comparisons: Comparisons,
): Promise<Draw> {
  const { actors, chain, gas, progress, round } = stage
  return progress.step('draw', 1, 'draw', async () => {
    await passDrawBlock(stage)
    const call = { round, args: [] } as const
    const stored = { ...call, functionName: 'storeDrawBlock' } as const
    gas.spend('draw', await writeRound(actors.relayer, stored))
    await releaseShares(stage, 'lottery', lotteryShares)
    const drawn = { ...call, functionName: 'draw' } as const
    gas.spend('draw', await writeRound(actors.relayer, drawn))
    const seed = { ...call, functionName: 'seed' } as const
    const { plan, rules } = stage
    const draw = computeDraw({
      seed: await readRound(chain.reader, seed),
      rules,
      n: plan.proposals.length,
    })
    await compareShuffles(stage, draw, comparisons)
    await compareLists(stage, draw, comparisons)
    return draw
  })
}

async function passDrawBlock({ chain, rules }: Stage): Promise<void> {
  await chain.mine(rules.drawDelay)
}

/** The protocol's own draw from the seed against the contract's. */
async function compareShuffles(
  { chain, round }: Stage,
  draw: Draw,
  comparisons: Comparisons,
): Promise<void> {
  const call = { round, functionName: 'shuffles', args: [] } as const
  const [order, offset] = await readRound(chain.reader, call)
  comparisons.compare('draw: order', packNumbers(draw.order), order)
  comparisons.compare('draw: offset', packNumbers(draw.offset), offset)
}

async function compareLists(
  { chain, round }: Stage,
  draw: Draw,
  comparisons: Comparisons,
): Promise<void> {
  const lists = createLists(draw)
  const stride = Math.max(1, Math.floor(draw.reviewers / sampleSize))
  for (let reviewer = 1; reviewer <= draw.reviewers; reviewer += stride) {
    const args = [BigInt(reviewer)] as const
    const call = { round, functionName: 'listOf', args } as const
    const listed = await readRound(chain.reader, call)
    const where = `list of reviewer ${reviewer}`
    comparisons.compare(where, lists(reviewer).join(), listed.join())
  }
}
