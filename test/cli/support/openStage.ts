/** A simulated round on a chain inside the test, for commands to act in. */
import {
  type EmbeddedChain,
  startEmbeddedChain,
} from '../../../cli/embeddedChain.ts'
import { createProgress } from '../../../cli/progress.ts'
import { openRound } from '../../../cli/rehearse/openRound.ts'
import type { PlannedTrustees } from '../../../cli/rehearse/plan.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import {
  assignActors,
  createGasMeter,
  type Stage,
} from '../../../cli/rehearse/stage.ts'
import { createWorkerPool } from '../../../cli/rehearse/workerPool.ts'
import type { Rules } from '../../../protocol/rules.ts'

export type OpenedStage = Stage & { close(): Promise<void> }

export async function openStage(
  seed: string,
  trustees: PlannedTrustees,
  rules: Partial<Rules> = {},
  chain?: EmbeddedChain,
): Promise<OpenedStage> {
  const started = chain ?? (await startEmbeddedChain())
  const sizes = { communities: 6, seats: 2, list: 3, fund: 2, turnout: 1 }
  const plan = planSimulation({ ...sizes, trustees, seed })
  const actors = assignActors(started, trustees.count)
  const gas = createGasMeter()
  const progress = createProgress({ write: () => true })
  const pool = createWorkerPool()
  const planned = { ...plan, rules: { ...plan.rules, ...rules } }
  const opened = await openRound(started, actors, planned, gas)
  return {
    ...{ chain: started, plan: planned, seed, actors, gas, progress, pool },
    ...opened,
    async close() {
      await pool.close()
      await started.close()
    },
  }
}
