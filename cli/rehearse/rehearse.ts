/** Runs a plan through every phase of a round, on a chain of its own. */
import { getTrusteeKeys } from '../../chain/getTrusteeKeys.ts'
import { combineShares } from '../../protocol/release.ts'
import { encodeKeys } from '../../protocol/keyTranscript.ts'
import { makeTally } from '../../protocol/tally.ts'
import { startEmbeddedChain, type StartedChain } from '../embeddedChain.ts'
import type { Progress } from '../progress.ts'
import { type Audit, auditRound } from './auditRound.ts'
import { castBallots, type Review } from './castBallots.ts'
import { compareWithModel } from './compareWithModel.ts'
import { confirmRanking, rankByTally } from './decide.ts'
import { createComparisons, type Comparisons } from './comparisons.ts'
import { freeze } from './freeze.ts'
import { type GeneratedKeys, generateKeys } from './generateKeys.ts'
import { makeDraw } from './makeDraw.ts'
import { openPages } from './openPages.ts'
import { openRound } from './openRound.ts'
import type { Plan } from './plan.ts'
import { publishRoll } from './publishRoll.ts'
import { readResult, type Rehearsal } from './readResult.ts'
import { registerProposals } from './registerProposals.ts'
import { releaseShares } from './releaseShares.ts'
import {
  assignActors,
  createGasMeter,
  documentDigest,
  type Stage,
} from './stage.ts'
import { createWorkerPool, type WorkerPool } from './workerPool.ts'

export type Rehearsed = { rehearsal: Rehearsal; audit: Audit }

/** A round in review, before the first ballot. */
export type Prepared = {
  stage: Stage<StartedChain>
  review: Review
  ballotShares: GeneratedKeys['ballotShares']
  comparisons: Comparisons
}

export type CastBallots = (prepared: Prepared) => Promise<unknown>

export function rehearse(
  plan: Plan,
  seed: string,
  progress: Progress,
  cast?: CastBallots,
): Promise<Rehearsed> {
  const play = async (prepared: Prepared) => {
    const rehearsal = await playOn(prepared, cast)
    return { rehearsal, audit: await auditRound(prepared.stage) }
  }
  return prepareRound(plan, seed, progress, play)
}

/** `use` sees the confirmed round as long as its chain is there. */
export function playRound<result>(
  plan: Plan,
  seed: string,
  progress: Progress,
  use: (stage: Stage, rehearsal: Rehearsal) => Promise<result>,
): Promise<result> {
  return prepareRound(plan, seed, progress, async (prepared) =>
    use(prepared.stage, await playOn(prepared)),
  )
}

/** `use` sees the round in review as long as its chain is there. */
export async function prepareRound<result>(
  plan: Plan,
  seed: string,
  progress: Progress,
  use: (prepared: Prepared) => Promise<result>,
): Promise<result> {
  const chain = await progress.step('chain', 1, 'factory', startEmbeddedChain)
  const pool = createWorkerPool()
  try {
    const stage = await createStage(chain, pool, plan, seed, progress)
    return await use(await leadToReview(stage))
  } finally {
    await pool.close()
    await chain.close()
  }
}

async function createStage(
  chain: StartedChain,
  pool: WorkerPool,
  plan: Plan,
  seed: string,
  progress: Progress,
): Promise<Prepared['stage']> {
  const actors = assignActors(chain, plan.trustees.count)
  const gas = createGasMeter()
  const verifier = plan.hasPasskeys
    ? (await chain.deployVerifiers()).webAuthn
    : undefined
  const opened = await openRound(chain, actors, plan, gas, verifier)
  return { chain, pool, plan, seed, progress, actors, gas, verifier, ...opened }
}

async function leadToReview(stage: Prepared['stage']): Promise<Prepared> {
  const comparisons = createComparisons()
  const intended = makeTally(stage.plan.proposals.length)
  await registerProposals(stage)
  await publishRoll(stage)
  const generated = await generateKeys(stage)
  const { ballotShares } = generated
  const ballotKey = await readBallotKey(stage, generated, comparisons)
  await freeze(
    stage,
    documentDigest('the roll was public for the whole notice'),
  )
  const draw = await makeDraw(stage, generated.lotteryShares, comparisons)
  await stage.chain.advanceTo(stage.rules.times.reviewFrom)
  const review = { draw, ballotKey, intended }
  return { stage, review, ballotShares, comparisons }
}

/** From the first ballot to the confirmed ranking. */
export async function playOn(
  prepared: Prepared,
  cast: CastBallots = castBallots,
): Promise<Rehearsal> {
  const { ballotShares, comparisons, review, stage } = prepared
  const { draw, intended } = review
  await cast(prepared)
  const ballotSecret = await releaseBallotKey(stage, ballotShares)
  const opened = await openPages(stage, draw, ballotSecret)
  const ranked = await rankByTally(stage, draw)
  await confirmRanking(stage)

  const result = await readResult(stage, { comparisons, draw, opened, ranked })
  await compareWithModel(stage, intended, result)
  return result
}

/** The reviewers take the key from the chain, not from the trustees. */
async function readBallotKey(
  { chain, round }: Stage,
  generated: GeneratedKeys,
  comparisons: Comparisons,
) {
  const standing = (await getTrusteeKeys(chain.reader, { round })) ?? {
    ...generated.keys,
    ballotShares: [],
  }
  const expected = encodeKeys(generated.keys)
  comparisons.compare('keys that stand', expected, encodeKeys(standing))
  return standing.ballotKey
}

async function releaseBallotKey(
  stage: Stage,
  shares: readonly bigint[],
): Promise<bigint> {
  const { threshold, times, trustees } = stage.rules
  await stage.chain.advanceTo(times.releaseFrom)
  await releaseShares(stage, 'ballot', shares)
  const released = shares
    .map((share, index) => ({ trustee: index + 1, share }))
    .slice(0, threshold)
  return combineShares({ threshold, trustees: trustees.length }, released)
}
