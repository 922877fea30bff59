/** What the page asks the worker of dry runs, and what it answers. */
import type {
  DryRun,
  SimulatedRound,
} from '../../../../../protocol/simulation/simulateRound.ts'

export type DryRunRequest = SimulatedRound & {
  /** Rounds that the figures are the averages of. */
  trials: number
}

export type DryRunAnswer =
  /** Part of the work, from 0 to 1. */
  { done: number } | { results: DryRun[] } | { problem: string }
