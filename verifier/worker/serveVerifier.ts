/** The worker's side: does what a page asks for, until it says stop. */
import { BaseError } from '../../protocol/errors.ts'
import { explainBallot } from '../explainBallot.ts'
import { makeExports } from '../exporting/makeExports.ts'
import type {
  Answer,
  ExplainedRound,
  ExplainRequest,
  ExportedRound,
  ExportRequest,
  FromWorker,
  Port,
  Problem,
  Task,
  ToWorker,
} from './messages.ts'
import { lookedAt, readOnce, readSource, type Watching } from './readSource.ts'
import { verifySource } from './verifySource.ts'

type Page = Port<FromWorker, ToWorker>

/** One task at a time: a new request stops the one before it. */
export function serveVerifier(page: Page): void {
  let stop = new AbortController()
  page.addEventListener('message', ({ data }) => {
    stop.abort()
    if (data.type === 'stop') return
    stop = new AbortController()
    void serve(page, data, stop.signal)
  })
}

async function serve(
  page: Page,
  task: Task,
  signal: AbortSignal,
): Promise<void> {
  // After a stop nobody waits for anything.
  const say = (message: FromWorker) => {
    if (!signal.aborted) page.postMessage(message)
  }
  const watching: Watching = {
    onProgress: (progress) => {
      say({ type: 'progress', progress })
    },
    signal,
  }
  try {
    say(await perform(task, watching))
  } catch (error) {
    say({ type: 'failed', problem: toProblem(error) })
  }
}

async function perform(task: Task, watching: Watching): Promise<Answer> {
  switch (task.type) {
    case 'verify':
      return {
        type: 'verified',
        verified: await verifySource(task.request, watching),
      }
    case 'export':
      return {
        type: 'exported',
        exported: await exportRound(task.request, watching),
      }
    case 'explain':
      return {
        type: 'explained',
        explained: await explain(task.request, watching),
      }
  }
}

async function exportRound(
  { kind, source }: ExportRequest,
  watching: Watching,
): Promise<ExportedRound> {
  const bundle = await readOnce(source, watching)
  const made = await makeExports(bundle, [kind])
  return { ...lookedAt(bundle), content: made.get(kind) ?? '' }
}

async function explain(
  { ballot, source }: ExplainRequest,
  watching: Watching,
): Promise<ExplainedRound> {
  const bundle = await readSource(source, watching)
  const seats = await explainBallot(bundle.record, ballot)
  return { ...lookedAt(bundle), seats }
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
