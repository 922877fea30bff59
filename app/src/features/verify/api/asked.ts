/** What somebody typed, pasted, scanned or chose to find a ballot by. */
import { type Address, isAddress } from 'viem'
import { parseReceiptFile } from '../../../../../protocol/receipt/receiptFile.ts'
import type { SignedReceipt } from '../../../../../protocol/receipt/receipt.ts'
import { parseReference } from '../../../ballots/reference.ts'

export type Asked =
  | { kind: 'reference'; reference: string }
  | { kind: 'receipt'; signed: SignedReceipt }
  | { kind: 'reviewer'; reviewer: number }
  | { kind: 'key'; key: Address }

/** Undefined where it is none of them. */
export function parseAsked(text: string): Asked | undefined {
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) return parseReceipt(trimmed)
  const linked = referenceInLink(trimmed)
  const reference = parseReference(linked ?? trimmed)
  if (reference !== undefined) return { kind: 'reference', reference }
  if (/^\d{1,9}$/.test(trimmed) && Number(trimmed) > 0)
    return { kind: 'reviewer', reviewer: Number(trimmed) }
  if (isAddress(trimmed, { strict: false }))
    return { kind: 'key', key: trimmed.toLowerCase() as Address }
  return undefined
}

/** Alone, or inside of what was saved with it. */
function parseReceipt(text: string): Asked | undefined {
  try {
    const content = JSON.parse(text) as Record<string, unknown>
    const inside = content['receipt']
    const isInside = typeof inside === 'object' && inside !== null
    if (!isInside && isBallotFile(content))
      return { kind: 'reviewer', reviewer: content.reviewer }
    const signed = parseReceiptFile(isInside ? inside : content)
    return { kind: 'receipt', signed }
  } catch {
    return undefined
  }
}

/** What is saved as a receipt where no relayer gave one. */
function isBallotFile(
  content: Record<string, unknown>,
): content is { reviewer: number } {
  const { format, reviewer } = content
  const isFile = format === 'dure-own-ballot' || format === 'dure-sealed-ballot'
  return isFile && Number.isInteger(reviewer) && Number(reviewer) > 0
}

/** The code of the sent page is a link to this page. */
function referenceInLink(text: string): string | undefined {
  return /[?&]ref=([^&#\s]+)/.exec(text)?.[1]
}
