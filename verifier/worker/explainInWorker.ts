/** The page's side: has a worker tell what became of a reviewer's ballots. */
import {
  AnswerMismatchError,
  type AskOptions,
  askWorker,
  type VerifierPort,
} from './askWorker.ts'
import type { ExplainedRound, ExplainRequest } from './messages.ts'

export async function explainInWorker(
  worker: VerifierPort,
  request: ExplainRequest,
  options: AskOptions = {},
): Promise<ExplainedRound> {
  const answer = await askWorker(worker, { type: 'explain', request }, options)
  if (answer.type === 'explained') return answer.explained
  throw new AnswerMismatchError({ answer: answer.type })
}
