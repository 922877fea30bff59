/** From the close to the result: trustees, anyone, and the committee act. */
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { getReleasedShares } from '../../chain/getReleasedShares.ts'
import { getPages } from '../../chain/getPages.ts'
import { enumNumber, purposes } from '../../chain/enums.ts'
import { readRound } from '../../chain/readRound.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { combineShares } from '../../protocol/release.ts'
import { confirmRanking, rankByTally } from '../rehearse/decide.ts'
import { readDraw } from '../../chain/readDraw.ts'
import { openPages } from '../rehearse/openPages.ts'
import { personOf } from './people.ts'
import { requirePhase } from './requirePhase.ts'
import type { SampleStage } from './stage.ts'

/** A trustee makes the own share of the ballot key public. */
export async function releaseShare(
  stage: SampleStage,
  trustee: number,
  readShare: () => Promise<bigint>,
): Promise<string> {
  await requirePhase(stage, 'opening')
  const { actors, chain, people, round, rules } = stage
  personOf(people.trustees, 'trustee', trustee)
  const share = await readShare()
  await writeRound(actors.relayer, {
    round,
    functionName: 'releaseShare',
    args: [enumNumber(purposes, 'ballot'), BigInt(trustee), share],
  })
  const call = { round, purpose: 'ballot' } as const
  const released = await getReleasedShares(chain.reader, call)
  return [
    `열쇠지기 ${trustee}의 조각이 공개되었습니다 (${released.length}/${rules.threshold}).`,
    `The share of trustee ${trustee} is public (${released.length} of ${rules.threshold} needed).`,
  ].join('\n')
}

/** Anyone decrypts the ballots and has the contract count them. */
export function openBallots(stage: SampleStage): Promise<string> {
  return unlessDone(isAllOpened, stage, openNow)
}

async function openNow(stage: SampleStage): Promise<string> {
  await requirePhase(stage, 'opening')
  const { chain, plan, pool, round, rules } = stage
  const call = { round, purpose: 'ballot' } as const
  const released = await getReleasedShares(chain.reader, call)
  const { threshold } = rules
  const trustees = rules.trustees.length
  const secret = combineShares({ threshold, trustees }, released)
  const pages = await getPages(chain.reader, { round })
  const ballots = pages.reduce((sum, page) => sum + page.ballots, 0)
  const opening = { ...plan, arrivals: new Uint32Array(ballots) }
  try {
    const draw = await readDraw(chain.reader, stage)
    const stageOfAll = { ...stage, plan: opening }
    const { counted, spoiled } = await openPages(stageOfAll, draw, secret)
    return [
      `심사표 ${counted}장을 집계했습니다. 무효 ${spoiled}장, 고쳐 낸 옛 판은 세지 않습니다.`,
      `${counted} ballots counted, ${spoiled} spoiled; replaced versions are passed over.`,
    ].join('\n')
  } finally {
    await pool.close()
  }
}

/** Anyone hands in the order; the contract checks it. */
export function rankProposals(stage: SampleStage): Promise<string> {
  return unlessDone(isRanked, stage, async () => {
    await requirePhase(stage, 'ranking')
    await rankByTally(stage, await readDraw(stage.chain.reader, stage))
    return '순위가 정해졌습니다. / The ranking stands.'
  })
}

/** The relayer does it too, within a minute or so of the time for it. */
async function unlessDone(
  isDone: (stage: SampleStage) => Promise<boolean>,
  stage: SampleStage,
  act: (stage: SampleStage) => Promise<string>,
): Promise<string> {
  const doneBefore =
    '중계자가 먼저 했습니다. / The relayer was first: it is done.'
  if (await isDone(stage)) return doneBefore
  try {
    return await act(stage)
  } catch (error) {
    if (await isDone(stage)) return doneBefore
    throw error
  }
}

async function isAllOpened({ chain, round }: SampleStage): Promise<boolean> {
  const { cast, settled } = await getBallotCounts(chain.reader, { round })
  return settled === cast
}

async function isRanked({ chain, round }: SampleStage): Promise<boolean> {
  const call = { round, functionName: 'rankedAt', args: [] } as const
  return Number(await readRound(chain.reader, call)) > 0
}

/** The committee confirms as ranked. */
export async function confirmResult(stage: SampleStage): Promise<string> {
  await requirePhase(stage, 'confirmation')
  await confirmRanking(stage)
  return '위원회가 순위대로 확정했습니다. / The committee confirmed as ranked.'
}
