/** Has a worker decrypt what is left to open. */
import { BaseError } from '../../../../../protocol/errors.ts'
import type {
  OpeningAnswer,
  OpeningPlan,
  OpeningProgress,
  OpeningRequest,
} from '../worker/messages.ts'

export function openInWorker(
  request: OpeningRequest,
  onProgress: (progress: OpeningProgress) => void,
): Promise<OpeningPlan> {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), {
    type: 'module',
  })
  const planned = new Promise<OpeningPlan>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<OpeningAnswer>) => {
      if ('progress' in data) onProgress(data.progress)
      else if ('plan' in data) resolve(data.plan)
      else reject(new NotOpenedError(data.problem))
    }
    worker.onerror = ({ message }) => {
      reject(new NotOpenedError(message))
    }
    worker.postMessage(request)
  })
  return planned.finally(() => {
    worker.terminate()
  })
}

class NotOpenedError extends BaseError {
  override name = 'NotOpenedError'

  constructor(reason: string) {
    super(`The ballots cannot be decrypted: ${reason}`)
  }
}
