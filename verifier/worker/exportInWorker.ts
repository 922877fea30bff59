/** The page's side: has a worker make a file of a round. */
import {
  AnswerMismatchError,
  type AskOptions,
  askWorker,
  type VerifierPort,
} from './askWorker.ts'
import type { ExportedRound, ExportRequest } from './messages.ts'

export async function exportInWorker(
  worker: VerifierPort,
  request: ExportRequest,
  options: AskOptions = {},
): Promise<ExportedRound> {
  const answer = await askWorker(worker, { type: 'export', request }, options)
  if (answer.type === 'exported') return answer.exported
  throw new AnswerMismatchError({ answer: answer.type })
}
