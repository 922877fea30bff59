/** Reads opened ballots beside the page, which stays quick. */
import type { DistributionAnswer, DistributionRequest } from './messages.ts'
import { readDistribution } from './readDistribution.ts'

addEventListener('message', ({ data }: MessageEvent<DistributionRequest>) => {
  void readDistribution(data).then(
    (distribution) => {
      answer({ distribution })
    },
    (error: unknown) => {
      answer({
        problem: error instanceof Error ? error.message : String(error),
      })
    },
  )
})

function answer(message: DistributionAnswer): void {
  postMessage(message)
}
