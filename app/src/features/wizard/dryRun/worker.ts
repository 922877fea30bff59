/** Runs simulated rounds beside the page, which stays quick. */
import {
  type DryRun,
  simulateRound,
} from '../../../../../protocol/simulation/simulateRound.ts'
import { average } from './average.ts'
import type { DryRunAnswer, DryRunRequest } from './messages.ts'

addEventListener('message', ({ data }: MessageEvent<DryRunRequest>) => {
  try {
    answer({ results: run(data) })
  } catch (error) {
    answer({ problem: error instanceof Error ? error.message : String(error) })
  }
})

function run({ trials, ...round }: DryRunRequest): DryRun[] {
  return average(
    Array.from({ length: trials }, (_, trial) => {
      const steps = simulateRound({ ...round, seed: `${round.seed} ${trial}` })
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
        answer({ done: (trial + step.value) / trials })
      }
    }),
  )
}

function answer(message: DryRunAnswer): void {
  postMessage(message)
}
