/** A chain that is led to a stage of a simulated round, and then served. */
import type { Hex } from 'viem'
import { holdPort } from '../../../cli/holdPort.ts'
import { createProgress } from '../../../cli/progress.ts'
import { openRound } from '../../../cli/rehearse/openRound.ts'
import type { Plan } from '../../../cli/rehearse/plan.ts'
import {
  assignActors,
  createGasMeter,
  type Stage,
} from '../../../cli/rehearse/stage.ts'
import { createWorkerPool } from '../../../cli/rehearse/workerPool.ts'
import { type ServedChain, startServedChain } from '../../../cli/servedChain.ts'
import { keyOf } from '../../cli/support/commandChain.ts'

const actors = ['admin', 'registrar', 'screener', 'committee', 'relay', 'key 1']

/** Every relayer of a test pays with one of these keys. */
export const relayerKeys: readonly Hex[] = [
  keyOf('relayer'),
  keyOf('other relayer'),
]

/** `age`: seconds since the first block; `toPlan` has one trustee. */
export async function serveStage<led>(
  { age, seed }: { age: number; seed: string },
  toPlan: (chain: ServedChain) => Plan,
  lead: (stage: Stage) => Promise<led>,
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
    const stage = await beginRound({ chain, pool, seed }, toPlan(chain))
    const led = await lead(stage)
    await held.release()
    await chain.open()
    const url = `http://127.0.0.1:${port}`
    return { ...stage, ...led, chain, url, close: () => chain.close() }
  } finally {
    await pool.close()
  }
}

async function beginRound(
  { chain, pool, seed }: Pick<Stage, 'chain' | 'pool' | 'seed'>,
  plan: Plan,
): Promise<Stage> {
  const actors = assignActors(chain, 1)
  const gas = createGasMeter()
  const progress = createProgress({ write: () => true })
  const opened = await openRound(chain, actors, plan, gas)
  return { chain, plan, seed, actors, gas, progress, pool, ...opened }
}
