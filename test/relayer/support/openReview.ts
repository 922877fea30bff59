/** A served chain with a round in review, and sealed ballots of its reviewers. */
import { type Address, concat } from 'viem'
import { getRoll } from '../../../chain/getRoll.ts'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { createComparisons } from '../../../cli/rehearse/comparisons.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { makeDraw } from '../../../cli/rehearse/makeDraw.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { documentDigest, type Stage } from '../../../cli/rehearse/stage.ts'
import { createLists } from '../../../protocol/lists.ts'
import { keysPerChunk } from '../../../protocol/roll.ts'
import type { Rules } from '../../../protocol/rules.ts'
import { createBallotMaker } from './ballotMaker.ts'
import { serveStage } from './serveStage.ts'

export type ReviewStage = Awaited<ReturnType<typeof openReview>>

const day = 24 * 3_600
/** Seconds since its first block at which a chain opens: see cli/rehearse/timetable.ts. */
const ages = { review: 39 * day, draw: 36 * day }
const seed = 'relayer'

export type ReviewSizes = {
  communities: number
  seats: number
  /** That the proposals take in turn, from 1. */
  categories?: number
}

/** `toOtherKeys`: answers keys that seats of the first chunk get instead. */
export function openReview(
  sizes: ReviewSizes,
  rules: Partial<Rules> = {},
  toOtherKeys?: (stage: Stage) => Promise<ReadonlyMap<number, Address>>,
) {
  const when = { age: ages.review, seed }
  return serveStage(
    when,
    () => planReview(sizes, rules),
    async (stage) => {
      const keys = await toOtherKeys?.(stage)
      return leadToReview(stage, keys)
    },
  )
}

/** The same round before its draw, which nobody makes. */
export function openDraw(sizes: ReviewSizes) {
  const when = { age: ages.draw, seed }
  return serveStage(
    when,
    () => planReview(sizes, {}),
    (stage) => leadToFreeze(stage),
  )
}

function planReview(sizes: ReviewSizes, rules: Partial<Rules>) {
  const trustees = { count: 1, threshold: 1 }
  const turnout = 1
  const planned = planSimulation({
    ...{ ...sizes, list: 3, fund: 2, turnout, trustees, seed },
  })
  const { categories = 0 } = sizes
  const proposals = planned.proposals.map((proposal, index) => ({
    ...proposal,
    category: categories === 0 ? 0 : (index % categories) + 1,
  }))
  return { ...planned, proposals, rules: { ...planned.rules, ...rules } }
}

async function leadToReview(
  stage: Stage,
  otherKeys?: ReadonlyMap<number, Address>,
) {
  const { ballotShares, lotteryShares } = await leadToFreeze(stage, otherKeys)
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
async function leadToFreeze(
  stage: Stage,
  otherKeys: ReadonlyMap<number, Address> = new Map(),
) {
  await registerProposals(stage)
  await publishRoll(stage)
  if (otherKeys.size > 0) await replaceKeys(stage, otherKeys)
  const { ballotShares, lotteryShares } = await generateKeys(stage)
  await freeze(stage, documentDigest('frozen'))
  return { ballotShares, lotteryShares }
}

async function replaceKeys(
  { actors, chain, round }: Stage,
  otherKeys: ReadonlyMap<number, Address>,
): Promise<void> {
  const roll = await getRoll(chain.reader, { round })
  const keys = roll
    .slice(0, keysPerChunk)
    .map((key, index) => otherKeys.get(index + 1) ?? key)
  const args = [0n, concat(keys)] as const
  const call = { round, functionName: 'publishRoll', args } as const
  await writeRound(actors.registrar, call)
}
