/** How many blocks to ask a node for at once: more while it answers. */
import type { BlockRange } from './askLogs.ts'

export type BlockSpan = {
  blocks: bigint
  /** Answers in a row. */
  answered: number
  isRefused: boolean
}

/** After a refusal so many answers in a row are needed to try more. */
const answersToGrow = 8

export function startSpan(): BlockSpan {
  return { blocks: 65_536n, answered: 0, isRefused: false }
}

/**
 * The next range of at most so many blocks. It ends where whole spans end, so
 * that the ranges of a later reading are the same.
 */
export function nextRange(
  { blocks }: BlockSpan,
  { from, to }: BlockRange,
): BlockRange {
  const end = (from / blocks + 1n) * blocks - 1n
  return { from, to: end < to ? end : to }
}

export function noteAnswer(span: BlockSpan): void {
  span.answered += 1
  if (span.isRefused && span.answered < answersToGrow) return
  span.blocks *= 2n
  span.answered = 0
}

/** The node refused this range: the next ones are at most half as long. */
export function noteRefusal(span: BlockSpan, { from, to }: BlockRange): void {
  const half = (to - from + 1n) / 2n
  while (span.blocks > half && span.blocks > 1n) span.blocks /= 2n
  span.answered = 0
  span.isRefused = true
}
