/** Starts the verifier as a worker, so that the page stays quick. */
import type { VerifierPort } from '../../../verifier/worker/askWorker.ts'

export type RunningVerifier = { port: VerifierPort; end: () => void }

export function startVerifier(): RunningVerifier {
  const worker = new Worker(
    new URL('../../../verifier/worker/worker.ts', import.meta.url),
    { type: 'module' },
  )
  return {
    port: worker,
    end: () => {
      worker.terminate()
    },
  }
}
