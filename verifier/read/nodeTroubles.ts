/** What a node's error means: wait, ask for less, or no use to ask again. */
import { BaseError as ViemError } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

/**
 * - `busy`: dropped, overloaded or rate-limited; the same may work later.
 * - `behind`: the node does not have the block yet.
 * - `slow`: it took too long; the same may work, less will sooner.
 * - `tooMuch`: less will work.
 * - `refused`: an answer that says no, such as a revert.
 */
export type Trouble = 'busy' | 'behind' | 'slow' | 'tooMuch' | 'refused'

const byStatus: Record<number, Trouble> = {
  401: 'refused',
  403: 'refused',
  404: 'refused',
  405: 'refused',
  408: 'slow',
  413: 'tooMuch',
  429: 'busy',
  504: 'slow',
}

/** JSON-RPC: two for no such method, two for too many requests. */
const byCode: Record<number, Trouble> = {
  [-32601]: 'refused',
  [-32004]: 'refused',
  429: 'busy',
  [-32007]: 'busy',
}

/** In the words of the nodes; the first that fits. */
const byWords: [RegExp, Trouble][] = [
  [/historical state|archive|pruned/i, 'refused'],
  [/revert/i, 'refused'],
  [/rate.?limit|too many requests|requests? (limit|count)|throttl/i, 'busy'],
  [/compute units|capacity|per second/i, 'busy'],
  [/header not found|unknown block|block not found/i, 'behind'],
  [/time(d)?.?out|took too long|deadline/i, 'slow'],
  [/range|too (large|many|big|wide|much)|limit|exceed/i, 'tooMuch'],
  [/more than [\d,]+|out of gas|size/i, 'tooMuch'],
  [/overloaded|unavailable|try again|internal|connection/i, 'busy'],
]

type Known = { status?: unknown; code?: unknown }

export function troubleOf(error: unknown): Trouble {
  if (error instanceof NotThereError) return 'behind'
  const chain = causesOf(error)
  const status = chain.map(({ status }) => status).find(isNumber)
  if (status !== undefined && status >= 400)
    // Some nodes put a refusal in words into an answer of status 400 or 500.
    return (
      byStatus[status] ?? byText(chain) ?? (status < 500 ? 'refused' : 'busy')
    )
  const code = chain.map(({ code }) => code).find(isNumber)
  if (code === undefined) return byText(chain) ?? 'busy'
  return byCode[code] ?? byText(chain) ?? 'refused'
}

/** The node's own words, in one line. */
export function wordsOf(error: unknown): string {
  const words = causesOf(error)
    .flatMap(ownWords)
    .map((line) => line.trim())
  return [...new Set(words)].filter((line) => line !== '').join(' ')
}

function byText(chain: readonly Known[]): Trouble | undefined {
  const text = chain.flatMap(ownWords).join('\n')
  return byWords.find(([words]) => words.test(text))?.[1]
}

/** Without what viem adds, which has the request in it. */
function ownWords(error: Known): string[] {
  if (error instanceof ViemError)
    // Whatever viem's types say, some of its errors have no details.
    return [error.shortMessage, error.details as string | undefined].filter(
      (words) => words !== undefined,
    )
  return error instanceof Error ? [error.message] : []
}

function causesOf(error: unknown): Known[] {
  if (typeof error !== 'object' || error === null) return []
  const { cause } = error as { cause?: unknown }
  return [error, ...causesOf(cause)]
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

/** A block, transaction or receipt that the node does not have. */
export class NotThereError extends BaseError {
  override name = 'NotThereError'

  constructor() {
    super('There is nothing of that number or hash.')
  }
}
