/** Nodes that misbehave, each in one way: they stand before a good one. */
import {
  HttpRequestError,
  numberToHex,
  ResponseBodyTooLargeError,
  RpcRequestError,
  TimeoutError,
} from 'viem'
import type { Middle, NodeRequest } from './readClient.ts'

type RawLog = { blockNumber: string; blockHash: string; logIndex: string }

/** What viem throws for an answer to this request. */
export type Trouble = (request: NodeRequest) => Error

/** Runs one after the other, the first outermost. */
export function chained(...middles: Middle[]): Middle {
  return (request, next) => {
    const ask = middles.reduceRight<(asked: NodeRequest) => Promise<unknown>>(
      (inner, middle) => (asked) => middle(asked, inner),
      next,
    )
    return ask(request)
  }
}

/** Refuses logs of more blocks than this, in the words of a provider. */
export function capsBlocks(
  most: number,
  refusal: Trouble = rangeTooLarge,
): Middle {
  return onLogs((request, next) => {
    const { from, to } = rangeOf(request)
    if (to - from >= most) throw refusal(request)
    return next(request)
  })
}

/** Refuses an answer of more logs than this. */
export function capsLogs(
  most: number,
  refusal: Trouble = tooManyResults,
): Middle {
  return onLogs(async (request, next) => {
    const logs = (await next(request)) as RawLog[]
    if (logs.length > most) throw refusal(request)
    return logs
  })
}

/** Answers the first so many logs, and says nothing. */
export function cutsLogs(most: number, which: 'first' | 'last'): Middle {
  return onLogs(async (request, next) => {
    const logs = (await next(request)) as RawLog[]
    return which === 'first' ? logs.slice(0, most) : logs.slice(-most)
  })
}

/** Every log twice, and the last one first. */
export function shufflesLogs(): Middle {
  return onLogs(async (request, next) => {
    const logs = (await next(request)) as RawLog[]
    return [...logs, ...logs].reverse()
  })
}

/** Fails every so many requests with one of these errors in turn. */
export function failsEvery(count: number, errors: readonly Trouble[]): Middle {
  let asked = 0
  return (request, next) => {
    asked += 1
    if (asked % count !== 0) return next(request)
    const error = errors[(asked / count - 1) % errors.length]
    throw error?.(request) ?? new Error('no error')
  }
}

/** Is gone after so many requests of a method. */
export function breaksAfter(method: string, count: number): Middle {
  let asked = 0
  return (request, next) => {
    if (request.method === method) asked += 1
    if (asked > count) throw dropped(request)
    return next(request)
  }
}

/** Has not got every so many blocks, transactions and receipts yet. */
export function isBehind(count: number): Middle {
  let asked = 0
  return (request, next) => {
    const isOne = /^eth_get(Block|Transaction)/.test(request.method)
    if (isOne) asked += 1
    if (isOne && asked % count === 0) return Promise.resolve(null)
    return next(request)
  }
}

/** Refuses an `eth_call` of more bytes than this. */
export function capsCalls(most: number): Middle {
  return (request, next) => {
    if (request.method !== 'eth_call') return next(request)
    const [{ data }] = request.params as [{ data: string }]
    if (data.length / 2 > most) throw initcodeTooLarge(request)
    return next(request)
  }
}

/** Does not know a method. */
export function without(method: string): Middle {
  return (request, next) => {
    if (request.method === method) throw noMethod(request)
    return next(request)
  }
}

/** Has thrown away the state of blocks before this one. */
export function pruned(before: bigint): Middle {
  return (request, next) => {
    const ofState = ['eth_getCode', 'eth_getTransactionCount', 'eth_call']
    if (ofState.includes(request.method) && BigInt(blockOf(request)) < before)
      throw noState(request)
    return next(request)
  }
}

/** Counts what reaches the node, by method. */
export function counts(): Middle & { asked: Map<string, number> } {
  const asked = new Map<string, number>()
  const middle: Middle = (request, next) => {
    asked.set(request.method, (asked.get(request.method) ?? 0) + 1)
    return next(request)
  }
  return Object.assign(middle, { asked })
}

/** Answers another header for a block from the second time on. */
export function replacesBlock(number: bigint, times = Infinity): Middle {
  let asked = 0
  return async (request, next) => {
    const answer = await next(request)
    if (request.method !== 'eth_getBlockByNumber') return answer
    const block = answer as { number: string; hash: string }
    if (BigInt(block.number) !== number) return answer
    asked += 1
    const hash = numberToHex(Math.min(asked, times), { size: 32 })
    return { ...block, hash }
  }
}

function onLogs(middle: Middle): Middle {
  return (request, next) =>
    request.method === 'eth_getLogs' ? middle(request, next) : next(request)
}

function rangeOf({ params }: NodeRequest): { from: number; to: number } {
  const [filter] = params as [{ fromBlock: string; toBlock: string }]
  return { from: Number(filter.fromBlock), to: Number(filter.toBlock) }
}

function blockOf({ params }: NodeRequest): string {
  return (params as [unknown, string])[1]
}

const url = 'https://node.example'

/** As viem's HTTP transport throws them. */
function rpcError(code: number, message: string) {
  return (body: NodeRequest) =>
    new RpcRequestError({ body, error: { code, message }, url })
}

function httpError(status: number, details: string) {
  return (body: NodeRequest) =>
    new HttpRequestError({ body, details, status, url })
}

export const rangeTooLarge = rpcError(-32_602, 'block range is too wide')
export const tooManyResults = rpcError(
  -32_005,
  'query returned more than 10000 results',
)
export const entityTooLarge = httpError(413, 'Request Entity Too Large')
export const timedOut = (body: NodeRequest) => new TimeoutError({ body, url })
/** viem's own bound: no node says this. */
export const bodyTooLarge = () =>
  new ResponseBodyTooLargeError({ maxSize: 10, size: 11 })
export const tooManyRequests = httpError(429, 'Too Many Requests')
export const badGateway = httpError(502, 'Bad Gateway')
export const limitReached = rpcError(-32_005, 'rate limit reached')
export const dropped = (body: NodeRequest) =>
  new HttpRequestError({ body, details: 'fetch failed', url })
const noMethod = rpcError(-32_601, 'the method does not exist')
const initcodeTooLarge = rpcError(-32_000, 'max initcode size exceeded')
const noState = rpcError(-32_000, 'missing trie node')
