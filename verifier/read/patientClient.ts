/** A client that waits and asks again where a node drops or puts off a request. */
import type { ReadClient } from '../../chain/clients.ts'
import { BaseError } from '../../protocol/errors.ts'
import {
  NotThereError,
  type Trouble,
  troubleOf,
  wordsOf,
} from './nodeTroubles.ts'

export type Wait = (milliseconds: number) => Promise<void>

export type Patience = {
  /** Replaces the clock, for instance in tests. */
  wait: Wait
  signal: AbortSignal
}

/** A request is made again after these milliseconds. */
const pauses: Record<Trouble, readonly number[]> = {
  busy: [250, 500, 1_000, 2_000, 4_000, 8_000],
  behind: [500, 1_000, 2_000],
  slow: [500, 1_000, 2_000, 4_000],
  tooMuch: [],
  refused: [],
}

/** Better made smaller than made again and again. */
const divisible = ['eth_getLogs', 'eth_call']
const pausesIfDivisible = 2

export const realWait: Wait = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The same client; the waiting takes the place of viem's own. */
export function makePatient(
  client: ReadClient,
  patience: Patience,
): ReadClient {
  // The types of all methods at once are beyond TypeScript here.
  const ask = client.request as (
    asked: Asked,
    options: object,
  ) => Promise<unknown>
  const request = (asked: Asked, options?: object) =>
    askPatiently(asked, patience, () =>
      ask(asked, { ...options, retryCount: 0, signal: patience.signal }),
    )
  return { ...client, request: request as ReadClient['request'] }
}

type Asked = { method: string; params?: unknown }

async function askPatiently(
  { method, params }: Asked,
  { wait, signal }: Patience,
  ask: () => Promise<unknown>,
): Promise<unknown> {
  for (let asked = 1; ; asked++) {
    signal.throwIfAborted()
    try {
      return requireThere(method, await ask())
    } catch (cause) {
      signal.throwIfAborted()
      const trouble = troubleOf(cause)
      const pause = pauseAfter(trouble, method, asked)
      if (pause !== undefined) await orStop(wait(pause), signal)
      else if (trouble === 'busy')
        throw new NodeSilentError({ method, asked, cause })
      // viem finds a contract's own error in what the node answered.
      else if (method === 'eth_call') throw cause
      else throw new NodeRefusedError({ method, params, cause })
    }
  }
}

/** Ends early where the reading is stopped. */
function orStop(waiting: Promise<void>, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener(
      'abort',
      () => {
        resolve()
      },
      { once: true },
    )
  })
  return Promise.race([waiting, stopped])
}

/** What is never null on a node that has the blocks which it spoke of. */
const neverNull = [
  'eth_getBlockByNumber',
  'eth_getTransactionByHash',
  'eth_getTransactionReceipt',
  'eth_getTransactionCount',
]

/** Behind one address there may be several nodes, some of them behind. */
function requireThere(method: string, answer: unknown): unknown {
  if (answer === null && neverNull.includes(method)) throw new NotThereError()
  return answer
}

function pauseAfter(
  trouble: Trouble,
  method: string,
  asked: number,
): number | undefined {
  const isDivided = trouble === 'slow' && divisible.includes(method)
  if (isDivided && asked > pausesIfDivisible) return undefined
  return pauses[trouble][asked - 1]
}

/** viem wraps what a client throws: this is what our client threw. */
export function findNodeError(error: unknown): BaseError | undefined {
  if (error instanceof BaseError) return error
  return error instanceof Error ? findNodeError(error.cause) : undefined
}

/** True where a smaller request, or another one, may still do. */
export function isRefusal(error: unknown): boolean {
  return !(findNodeError(error) instanceof NodeSilentError)
}

/** A node that is gone or too busy for us. */
export class NodeSilentError extends BaseError {
  override name = 'NodeSilentError'
  readonly method: string

  constructor({
    method,
    asked,
    cause,
  }: {
    method: string
    asked: number
    cause: unknown
  }) {
    super(`The node gave no answer to ${method}, asked ${asked} times.`, {
      metaMessages: [
        `Last it said: ${wordsOf(cause)}`,
        'Try again later, where what was read is kept, or ask another node.',
      ],
      cause,
    })
    this.method = method
  }
}

/** A node that answers no. */
export class NodeRefusedError extends BaseError {
  override name = 'NodeRefusedError'
  readonly method: string

  constructor({
    method,
    params,
    cause,
  }: {
    method: string
    params?: unknown
    cause: unknown
  }) {
    super(`The node refused ${method}.`, {
      metaMessages: [
        `It said: ${wordsOf(cause)}`,
        ...(params === undefined ? [] : [`Asked: ${JSON.stringify(params)}`]),
        'Ask a node that keeps all logs, and the state of the block asked for.',
      ],
      cause,
    })
    this.method = method
  }
}
