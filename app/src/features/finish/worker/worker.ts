/** Decrypts ballots beside the page, which stays quick. */
import type { OpeningAnswer, OpeningRequest } from './messages.ts'
import { planOpening } from './planOpening.ts'

addEventListener('message', ({ data }: MessageEvent<OpeningRequest>) => {
  const onProgress = (progress: { done: number; total: number }) => {
    answer({ progress })
  }
  void planOpening(data, onProgress).then(
    (plan) => {
      answer({ plan })
    },
    (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error)
      answer({ problem })
    },
  )
})

function answer(message: OpeningAnswer): void {
  postMessage(message)
}
