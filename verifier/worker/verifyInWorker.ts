/** The page's side: has a worker verify a round. */
import { BaseError } from '../../protocol/errors.ts'
import type {
  FromWorker,
  Port,
  Problem,
  ToWorker,
  Verified,
  VerifyProgress,
  VerifyRequest,
} from './messages.ts'

export type VerifyInWorkerParameters = VerifyRequest & {
  onProgress?: (progress: VerifyProgress) => void
  /** Stops the worker's work; throws the signal's reason. */
  signal?: AbortSignal
}
export type VerifyInWorkerReturnType = Verified

/** One round at a time on each worker, which stays for the next one. */
export function verifyInWorker(
  worker: Port<ToWorker, FromWorker>,
  { onProgress, signal, ...request }: VerifyInWorkerParameters,
): Promise<VerifyInWorkerReturnType> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    const end = () => {
      worker.removeEventListener('message', listen)
      worker.removeEventListener('error', fail)
      signal?.removeEventListener('abort', stop)
    }
    function stop(): void {
      end()
      worker.postMessage({ type: 'stop' })
      reject(signal?.reason as Error)
    }
    function listen({ data }: { data: FromWorker }): void {
      if (data.type === 'progress') {
        onProgress?.(data.progress)
        return
      }
      end()
      if (data.type === 'verified') resolve(data.verified)
      else reject(new VerifierFailedError(data.problem))
    }
    function fail({ message }: { message?: string }): void {
      end()
      reject(new WorkerBrokenError({ message }))
    }
    worker.addEventListener('message', listen)
    worker.addEventListener('error', fail)
    signal?.addEventListener('abort', stop)
    worker.postMessage({ type: 'verify', request })
  })
}

/** `reason` is the name of the error in the worker. */
export class VerifierFailedError extends BaseError {
  override name = 'VerifierFailedError'
  readonly reason: string

  constructor({ name, shortMessage, metaMessages }: Problem) {
    super(shortMessage, { metaMessages: [...metaMessages] })
    this.reason = name
  }
}

export class WorkerBrokenError extends BaseError {
  override name = 'WorkerBrokenError'

  constructor({ message }: { message: string | undefined }) {
    super("The verifier's worker does not run.", {
      metaMessages: [
        ...(message === undefined ? [] : [`The browser says: ${message}`]),
        'Load the page again, or use `dure verify`.',
      ],
    })
  }
}
