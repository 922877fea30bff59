/** A chain on the real clock with the sample round on it, open for review. */
import type { Address, Hex } from 'viem'
import type { Draw } from '../../protocol/draw.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { HeldPort } from '../holdPort.ts'
import type { Progress } from '../progress.ts'
import { createComparisons } from '../rehearse/comparisons.ts'
import { freeze } from '../rehearse/freeze.ts'
import { generateKeys } from '../rehearse/generateKeys.ts'
import { makeDraw } from '../rehearse/makeDraw.ts'
import { host, type ServedChain, startServedChain } from '../servedChain.ts'
import { castBallots } from './castBallots.ts'
import { readDocument } from './documents.ts'
import { removeLocalFiles, writeLocalFiles } from './localFiles.ts'
import { everyone, meetPeople, type People } from './people.ts'
import { planSample, type SamplePlan } from './planSample.ts'
import { publishRoll } from './publishRoll.ts'
import { registerProposals } from './registerProposals.ts'
import { createStage, day, type SampleStage } from './stage.ts'

export type Sample = {
  port: number
  url: string
  factory: Address
  receipts: Address
  verifiers: readonly Address[]
  round: Address
  rules: Rules
  plan: SamplePlan
  people: People
  draw: Draw
  close(): Promise<void>
}

/** The round was made so long ago; of its two weeks of review one is left. */
const age = 45 * day
const hour = 60 * 60

export async function openSample(
  held: HeldPort,
  progress: Progress,
): Promise<Sample> {
  const plan = planSample()
  const people = meetPeople(plan)
  const { port } = held
  const keys = everyone(people).map(({ privateKey }) => privateKey)
  const chain = await startChain(port, keys, progress)
  const { factory, receipts, verifiers } = chain
  async function close(): Promise<void> {
    await removeLocalFiles(port)
    await chain.close()
  }
  try {
    const stage = await createStage({
      chain,
      people,
      plan,
      progress,
      verifiers,
    })
    const { draw, ballotShares } = await leadToReview(stage)
    const { round, rules } = stage
    await held.release()
    await chain.open()
    const url = `http://${host}:${port}`
    await writeLocalFiles(port, { url, factory, receipts, round }, ballotShares)
    const deployed = { port, url, factory, receipts, verifiers, round }
    return { ...deployed, rules, plan, people, draw, close }
  } catch (error) {
    await close()
    throw error
  }
}

function startChain(
  port: number,
  accounts: readonly Hex[],
  progress: Progress,
): Promise<ServedChain> {
  // On the hour, so that the phases end at times that are easy to say.
  const now = Math.floor(Date.now() / 1000)
  const start = now - (now % hour) - age
  return progress.step('chain', 1, 'chain', async () => {
    const firstBlockTime = start - hour
    const chain = await startServedChain({ port, firstBlockTime, accounts })
    await chain.advanceTo(start - 1)
    return chain
  })
}

async function leadToReview(
  stage: SampleStage,
): Promise<{ draw: Draw; ballotShares: readonly bigint[] }> {
  await registerProposals(stage)
  await publishRoll(stage)
  const { ballotShares, lotteryShares, keys } = await generateKeys(stage)
  await freeze(stage, readDocument('freeze').digest)
  const comparisons = createComparisons()
  const draw = await makeDraw(stage, lotteryShares, comparisons)
  const [difference] = comparisons.differences
  if (difference) throw new DrawDiffersError(difference)
  await castBallots(stage, draw, keys.ballotKey)
  return { draw, ballotShares }
}

export class DrawDiffersError extends BaseError {
  override name = 'DrawDiffersError'

  constructor({
    where,
    expected,
    actual,
  }: {
    where: string
    expected: string
    actual: string
  }) {
    super(`The contract's draw differs at: ${where}.`, {
      metaMessages: [`Expected ${expected}`, `Actual   ${actual}`],
    })
  }
}
