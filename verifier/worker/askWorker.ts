/** The page's side: gives the worker a task and waits for what comes of it. */
import { BaseError } from '../../protocol/errors.ts'
import type {
  Answer,
  FromWorker,
  Port,
  Problem,
  Task,
  ToWorker,
  VerifyProgress,
} from './messages.ts'

export type VerifierPort = Port<ToWorker, FromWorker>

export type AskOptions = {
  onProgress?: (progress: VerifyProgress) => void
  /** Stops the worker's work; throws the signal's reason. */
  signal?: AbortSignal
}

/** One task at a time on each worker, which stays for the next one. */
export function askWorker(
  worker: VerifierPort,
  task: Task,
  { onProgress, signal }: AskOptions = {},
): Promise<Answer> {
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
      if (data.type === 'failed') reject(new VerifierFailedError(data.problem))
      else resolve(data)
    }
    function fail({ message }: { message?: string }): void {
      end()
      reject(new WorkerBrokenError({ message }))
    }
    worker.addEventListener('message', listen)
    worker.addEventListener('error', fail)
    signal?.addEventListener('abort', stop)
    worker.postMessage(task)
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

/** The worker answers with something else than it was asked for. */
export class AnswerMismatchError extends BaseError {
  override name = 'AnswerMismatchError'

  constructor({ answer }: { answer: string }) {
    super(`The verifier's worker answers with "${answer}".`, {
      metaMessages: ['One worker does one task at a time.'],
    })
  }
}
