/** A served chain with a round in review, and sealed ballots of its reviewers. */
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { createComparisons } from '../../../cli/rehearse/comparisons.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { makeDraw } from '../../../cli/rehearse/makeDraw.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { documentDigest, type Stage } from '../../../cli/rehearse/stage.ts'
import { createLists } from '../../../protocol/lists.ts'
import type { Rules } from '../../../protocol/rules.ts'
import { createBallotMaker } from './ballotMaker.ts'
import { serveStage } from './serveStage.ts'

export type ReviewStage = Awaited<ReturnType<typeof openReview>>

const day = 24 * 3_600
/** Seconds since its first block at which a chain opens: see cli/rehearse/timetable.ts. */
const ages = { review: 39 * day, draw: 36 * day }
const seed = 'relayer'

export type ReviewSizes = { communities: number; seats: number }

export function openReview(sizes: ReviewSizes, rules: Partial<Rules> = {}) {
  const when = { age: ages.review, seed }
  return serveStage(when, () => planReview(sizes, rules), leadToReview)
}

/** The same round before its draw, which nobody makes. */
export function openDraw(sizes: ReviewSizes) {
  const when = { age: ages.draw, seed }
  return serveStage(when, () => planReview(sizes, {}), leadToFreeze)
}

function planReview(sizes: ReviewSizes, rules: Partial<Rules>) {
  const trustees = { count: 1, threshold: 1 }
  const turnout = 1
  const planned = planSimulation({
    ...{ ...sizes, list: 3, fund: 2, turnout, trustees, seed },
  })
  return { ...planned, rules: { ...planned.rules, ...rules } }
}

async function leadToReview(stage: Stage) {
  const { ballotShares, lotteryShares } = await leadToFreeze(stage)
  const draw = await makeDraw(stage, lotteryShares, createComparisons())
  const { chain, round, rules, separator } = stage
  await chain.advanceTo(rules.times.reviewFrom)
  const keys = await getTrusteeKeys(chain.reader, { round })
  if (!keys) throw new Error('The round has no keys.')
  const { ballotKey } = keys
  const lists = createLists(draw)
  const makeBallot = createBallotMaker({
    ...{ seed, separator, ballotKey, lists },
  })
  return { ballotShares, draw, lists, makeBallot, reviewers: draw.reviewers }
}

/** From the registration on. */
async function leadToFreeze(stage: Stage) {
  await registerProposals(stage)
  await publishRoll(stage)
  const { ballotShares, lotteryShares } = await generateKeys(stage)
  await freeze(stage, documentDigest('frozen'))
  return { ballotShares, lotteryShares }
}
