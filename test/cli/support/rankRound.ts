/** A simulated round, played on a chain up to its ranking. */
import type { Address } from 'viem'
import type { EmbeddedChain } from '../../../cli/embeddedChain.ts'
import { createProgress } from '../../../cli/progress.ts'
import { castBallots } from '../../../cli/rehearse/castBallots.ts'
import { rankByTally } from '../../../cli/rehearse/decide.ts'
import { createComparisons } from '../../../cli/rehearse/comparisons.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { makeDraw } from '../../../cli/rehearse/makeDraw.ts'
import { openPages } from '../../../cli/rehearse/openPages.ts'
import { openRound } from '../../../cli/rehearse/openRound.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { releaseShares } from '../../../cli/rehearse/releaseShares.ts'
import {
  assignActors,
  createGasMeter,
  documentDigest,
} from '../../../cli/rehearse/stage.ts'
import { createWorkerPool } from '../../../cli/rehearse/workerPool.ts'
import { makeTally } from '../../../protocol/tally.ts'

/** `seed`: reviewers' and applicants' keys derive from it. */
export type RankedRound = { round: Address; seed: string }

export async function rankRound(
  chain: EmbeddedChain,
  communities: number,
): Promise<RankedRound> {
  const seed = 'ranked'
  const trustees = { threshold: 1, count: 1 }
  const sizes = { communities, seats: 2, list: 2, fund: 2, turnout: 1 }
  const plan = planSimulation({ ...sizes, trustees, seed })
  const actors = assignActors(chain, trustees.count)
  const gas = createGasMeter()
  const pool = createWorkerPool()
  const progress = createProgress({ write: () => true })
  const opened = await openRound(chain, actors, plan, gas)
  const stage = { chain, plan, seed, actors, gas, pool, progress, ...opened }
  try {
    await registerProposals(stage)
    await publishRoll(stage)
    const { ballotShares, keys, lotteryShares } = await generateKeys(stage)
    await freeze(stage, documentDigest('notice'))
    const draw = await makeDraw(stage, lotteryShares, createComparisons())
    const intended = makeTally(communities)
    await chain.advanceTo(stage.rules.times.reviewFrom)
    const review = { draw, ballotKey: keys.ballotKey, intended }
    await castBallots({ stage, review })
    await chain.advanceTo(stage.rules.times.releaseFrom)
    await releaseShares(stage, 'ballot', ballotShares)
    const [secret = 0n] = ballotShares
    await openPages(stage, draw, secret)
    await rankByTally(stage, draw)
    return { round: stage.round, seed }
  } finally {
    await pool.close()
  }
}
