/** The worker's side: verifies what a page asks for, until it says stop. */
import { BaseError } from '../../protocol/errors.ts'
import type {
  FromWorker,
  Port,
  Problem,
  ToWorker,
  VerifyRequest,
} from './messages.ts'
import { verifySource } from './verifySource.ts'

type Page = Port<FromWorker, ToWorker>

/** One round at a time: a new request stops the one before it. */
export function serveVerifier(page: Page): void {
  let stop = new AbortController()
  page.addEventListener('message', ({ data }) => {
    stop.abort()
    if (data.type === 'stop') return
    stop = new AbortController()
    void verify(page, data.request, stop.signal)
  })
}

async function verify(
  page: Page,
  request: VerifyRequest,
  signal: AbortSignal,
): Promise<void> {
  // After a stop nobody waits for anything.
  const say = (message: FromWorker) => {
    if (!signal.aborted) page.postMessage(message)
  }
  try {
    const verified = await verifySource(request, {
      onProgress: (progress) => {
        say({ type: 'progress', progress })
      },
      signal,
    })
    say({ type: 'verified', verified })
  } catch (error) {
    say({ type: 'failed', problem: toProblem(error) })
  }
}

function toProblem(error: unknown): Problem {
  if (error instanceof BaseError) {
    const { metaMessages, name, shortMessage } = error
    return { name, shortMessage, metaMessages }
  }
  const { message, name } =
    error instanceof Error ? error : { message: String(error), name: 'Error' }
  return { name, shortMessage: message, metaMessages: [] }
}
