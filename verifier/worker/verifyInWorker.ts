/** The page's side: has a worker verify a round. */
import {
  AnswerMismatchError,
  type AskOptions,
  askWorker,
  type VerifierPort,
} from './askWorker.ts'
import type { Verified, VerifyRequest } from './messages.ts'

export type VerifyInWorkerParameters = VerifyRequest & AskOptions
export type VerifyInWorkerReturnType = Verified

export async function verifyInWorker(
  worker: VerifierPort,
  { onProgress, signal, ...request }: VerifyInWorkerParameters,
): Promise<VerifyInWorkerReturnType> {
  const options = {
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  }
  const answer = await askWorker(worker, { type: 'verify', request }, options)
  if (answer.type === 'verified') return answer.verified
  throw new AnswerMismatchError({ answer: answer.type })
}
