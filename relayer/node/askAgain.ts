/** A transport that asks again where a node could not answer, and keeps count of it. */
import { setTimeout as wait } from 'node:timers/promises'
import {
  BaseError as ViemError,
  createTransport,
  HttpRequestError,
  TimeoutError,
  type Transport,
} from 'viem'
import { isNodeFault } from '../../chain/nodeFault.ts'
import type { NodeWatch } from './nodeWatch.ts'

/** Milliseconds before each further try. */
const pauses = [100, 200, 400]

/** `inner` tries once. */
export function askAgain(
  inner: Transport,
  watch: Pick<NodeWatch, 'note'>,
): Transport {
  return (parameters) => {
    const { config, request: ask, value } = inner(parameters)
    const request = (async (asked: Parameters<typeof ask>[0]) => {
      for (let tries = 0; ; tries += 1)
        try {
          const answer: unknown = await ask(asked)
          watch.note(false)
          return answer
        } catch (error) {
          const failure = failureOf(error)
          watch.note(failure !== undefined)
          const pause = pauses[tries]
          // Whoever waits for an answer has waited long enough by then.
          if (failure !== 'failed' || pause === undefined) throw error
          await wait(pause)
        }
    }) as typeof ask
    return createTransport({ ...config, request, retryCount: 0 }, value)
  }
}

/** A revert, or a refusal with its reason, is an answer: then none. */
function failureOf(error: unknown): 'failed' | 'hung' | undefined {
  if (isNodeFault(error)) return 'failed'
  if (!(error instanceof ViemError)) return 'failed'
  if (error.walk((inner) => inner instanceof TimeoutError)) return 'hung'
  const broken = error.walk((inner) => inner instanceof HttpRequestError)
  return broken ? 'failed' : undefined
}
