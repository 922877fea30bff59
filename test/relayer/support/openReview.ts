/** A served chain with a round in review, and sealed ballots of its reviewers. */
import type { Hex } from 'viem'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { holdPort } from '../../../cli/holdPort.ts'
import { createComparisons } from '../../../cli/rehearse/comparisons.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { makeDraw } from '../../../cli/rehearse/makeDraw.ts'
import { openRound } from '../../../cli/rehearse/openRound.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import {
  assignActors,
  createGasMeter,
  documentDigest,
  type Stage,
} from '../../../cli/rehearse/stage.ts'
import { createWorkerPool } from '../../../cli/rehearse/workerPool.ts'
import { createProgress } from '../../../cli/progress.ts'
import { createLists } from '../../../protocol/lists.ts'
import { type ServedChain, startServedChain } from '../../../cli/servedChain.ts'
import type { Rules } from '../../../protocol/rules.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import { createBallotMaker } from './ballotMaker.ts'

export type ReviewStage = Awaited<ReturnType<typeof openReview>>

const day = 24 * 3_600
/** Seconds since its first block at which a chain opens: see cli/rehearse/timetable.ts. */
const ages = { review: 39 * day, draw: 36 * day }
const actors = ['admin', 'registrar', 'screener', 'committee', 'relay', 'key 1']

export type ReviewSizes = { communities: number; seats: number }

/** Every relayer of a test pays with one of these keys. */
export const relayerKeys: readonly Hex[] = [
  keyOf('relayer'),
  keyOf('other relayer'),
]

export function openReview(sizes: ReviewSizes, rules: Partial<Rules> = {}) {
  return serveStage(ages.review, (chain, pool) =>
    leadToReview(chain, sizes, rules, pool),
  )
}

/** The same round before its draw, which nobody makes. */
export function openDraw(sizes: ReviewSizes) {
  return serveStage(ages.draw, async (chain, pool) => {
    const { lotteryShares, stage } = await prepare(chain, sizes, {}, pool)
    const { actors, round, rules } = stage
    return { actors, round, rules, lotteryShares }
  })
}

async function serveStage<prepared>(
  age: number,
  lead: (chain: ServedChain, pool: Stage['pool']) => Promise<prepared>,
) {
  const held = await holdPort(0)
  const { port } = held
  const chain = await startServedChain({
    port,
    firstBlockTime: Math.floor(Date.now() / 1000) - age,
    accounts: [...actors.map(keyOf), ...relayerKeys],
  })
  const pool = createWorkerPool()
  try {
    const stage = await lead(chain, pool)
    await held.release()
    await chain.open()
    const url = `http://127.0.0.1:${port}`
    return { ...stage, chain, url, close: () => chain.close() }
  } finally {
    await pool.close()
  }
}

async function leadToReview(
  chain: ServedChain,
  sizes: ReviewSizes,
  rules: Partial<Rules>,
  pool: Stage['pool'],
) {
  const prepared = await prepare(chain, sizes, rules, pool)
  const { ballotShares, lotteryShares, opened, plan, stage } = prepared
  const draw = await makeDraw(stage, lotteryShares, createComparisons())
  await chain.advanceTo(stage.rules.times.reviewFrom)
  const keys = await getTrusteeKeys(chain.reader, { round: stage.round })
  if (!keys) throw new Error('The round has no keys.')
  const { ballotKey } = keys
  const { seed, separator } = stage
  const lists = createLists(draw)
  const makeBallot = createBallotMaker({
    ...{ seed, separator, ballotKey, lists },
  })
  const { reviewers } = draw
  return { ...opened, ballotShares, plan, draw, lists, makeBallot, reviewers }
}

/** From the registration to the freeze. */
async function prepare(
  chain: ServedChain,
  sizes: ReviewSizes,
  rules: Partial<Rules>,
  pool: Stage['pool'],
) {
  const trustees = { count: 1, threshold: 1 }
  const seed = 'relayer'
  const turnout = 1
  const planned = planSimulation({
    ...{ ...sizes, list: 3, fund: 2, turnout, trustees, seed },
  })
  const plan = { ...planned, rules: { ...planned.rules, ...rules } }
  const assigned = assignActors(chain, trustees.count)
  const gas = createGasMeter()
  const progress = createProgress({ write: () => true })
  const opened = await openRound(chain, assigned, plan, gas)
  const stage: Stage = {
    ...{ chain, plan, seed, actors: assigned, gas, progress, pool },
    ...opened,
  }
  await registerProposals(stage)
  await publishRoll(stage)
  const { ballotShares, lotteryShares } = await generateKeys(stage)
  await freeze(stage, documentDigest('frozen'))
  return { stage, opened, plan, ballotShares, lotteryShares }
}
