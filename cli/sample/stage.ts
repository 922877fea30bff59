/** What every step of the sample works with: a rehearsal's stage, and people. */
import { hexToBytes, type Address } from 'viem'

import { getRules } from '../../chain/getRules.ts'
import { readRound } from '../../chain/readRound.ts'
import type { RoundId } from '../../protocol/typedData.ts'
import { type EmbeddedChain, hardhat } from '../embeddedChain.ts'
import type { Progress } from '../progress.ts'
import { openRound } from '../rehearse/openRound.ts'
import { assignActors, createGasMeter, type Stage } from '../rehearse/stage.ts'
import { createWorkerPool } from '../rehearse/workerPool.ts'
import type { People } from './people.ts'
import { type SamplePlan, seed } from './planSample.ts'

export type SampleStage = Omit<Stage, 'plan'> & {
  plan: SamplePlan
  people: People
}

export const day = 24 * 60 * 60
export const chainId = BigInt(hardhat.id)

/** Where the round's signatures hold. */
export function idOf({ round }: Pick<Stage, 'round'>): RoundId {
  return { chainId, round }
}

type Setting = {
  chain: EmbeddedChain
  people: People
  plan: SamplePlan
  progress: Progress
}

/** Makes the round, with its times from the chain's present on. */
export async function createStage({
  verifiers,
  ...setting
}: Setting & { verifiers: readonly Address[] }): Promise<SampleStage> {
  const { actors, gas, ...prepared } = prepare(setting)
  const { chain, plan } = setting
  const rules = { ...plan.rules, verifiers }
  const opened = await openRound(chain, actors, { ...plan, rules }, gas)
  return { ...prepared, actors, gas, ...opened }
}

/** Goes on with a round that is there. */
export async function resumeStage(
  setting: Setting,
  round: Address,
): Promise<SampleStage> {
  const { reader } = setting.chain
  const call = { round, functionName: 'domainSeparator', args: [] } as const
  const separator = hexToBytes(await readRound(reader, call))
  const rules = await getRules(reader, { round })
  return { ...prepare(setting), round, rules, separator }
}

function prepare(setting: Setting) {
  const { chain, plan } = setting
  const actors = assignActors(chain, plan.trustees.count)
  const gas = createGasMeter()
  return { ...setting, seed, actors, gas, pool: createWorkerPool() }
}
