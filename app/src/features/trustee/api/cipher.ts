/** Locks and opens texts by a passphrase, in a worker that is gone afterwards. */
import { BaseError } from '../../../../../protocol/errors.ts'
import type {
  CipherAnswer,
  CipherProblem,
  CipherRequest,
} from '../worker/messages.ts'

export function lockText(text: string, passphrase: string): Promise<string> {
  return work({ kind: 'lock', text, passphrase })
}

export function openText(armored: string, passphrase: string): Promise<string> {
  return work({ kind: 'open', text: armored, passphrase })
}

function work(request: CipherRequest): Promise<string> {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), {
    type: 'module',
  })
  const done = new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CipherAnswer>) => {
      if ('text' in data) resolve(data.text)
      else reject(new FileLockedError(data.problem, data.message))
    }
    worker.onerror = ({ message }) => {
      reject(new FileLockedError('other', message))
    }
    worker.postMessage(request)
  })
  return done.finally(() => {
    worker.terminate()
  })
}

export class FileLockedError extends BaseError {
  override name = 'FileLockedError'
  readonly problem: CipherProblem

  constructor(problem: CipherProblem, reason: string) {
    super(`The trustee file cannot be used: ${reason}`)
    this.problem = problem
  }
}
