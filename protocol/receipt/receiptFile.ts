/** A receipt as a file or an answer: what a reviewer keeps and hands on. */
import { type Address, type Hex, isAddress, isHex } from 'viem'
import { BaseError } from '../errors.ts'
import type { SignedReceipt } from './receipt.ts'

/** docs/files.md, "Receipts of relayers". */
export type ReceiptFile = {
  format: 'dure-receipt'
  version: 1
  chainId: number
  round: Address
  reviewer: number
  ballotVersion: number
  ballot: Hex
  includeBy: number
  receipts: Address
  relayer: Address
  signature: Hex
}

const shapes: Readonly<Record<keyof ReceiptFile, (value: unknown) => boolean>> =
  {
    format: (value) => value === 'dure-receipt',
    version: (value) => value === 1,
    chainId: (value) => isWhole(value, Number.MAX_SAFE_INTEGER),
    round: isAddressText,
    reviewer: (value) => isWhole(value, 2 ** 32 - 1),
    ballotVersion: (value) => isWhole(value, 2 ** 8 - 1),
    ballot: (value) => isBytes(value, 32),
    includeBy: (value) => isWhole(value, Number.MAX_SAFE_INTEGER),
    receipts: isAddressText,
    relayer: isAddressText,
    signature: (value) => isBytes(value, 65),
  }

export function toReceiptFile({
  receipt,
  ...signed
}: SignedReceipt): ReceiptFile {
  const { version: ballotVersion, ...promise } = receipt
  const kind = { format: 'dure-receipt', version: 1 } as const
  return { ...kind, ...signed, ...promise, ballotVersion }
}

/** Reads it, whatever it is; fields of other names may stand beside. */
export function parseReceiptFile(content: unknown): SignedReceipt {
  if (typeof content !== 'object' || content === null)
    throw new ReceiptMalformedError({ field: undefined })
  for (const [field, isRight] of Object.entries(shapes))
    if (!isRight((content as Record<string, unknown>)[field]))
      throw new ReceiptMalformedError({ field })
  const file = content as ReceiptFile
  const { chainId, receipts, relayer, signature } = file
  const { ballot, ballotVersion: version, includeBy, reviewer, round } = file
  const receipt = { round, reviewer, version, ballot, includeBy }
  return { chainId, receipts, relayer, receipt, signature }
}

function isAddressText(value: unknown): boolean {
  return typeof value === 'string' && isAddress(value)
}

function isBytes(value: unknown, length: number): boolean {
  return isHex(value) && value.length === 2 + 2 * length
}

function isWhole(value: unknown, most: number): boolean {
  return (
    Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most
  )
}

export class ReceiptMalformedError extends BaseError {
  override name = 'ReceiptMalformedError'
  /** Which field; none if it is no object at all. */
  readonly field: string | undefined

  constructor({ field }: { field: string | undefined }) {
    super(
      field === undefined
        ? 'The receipt is no object.'
        : `The receipt’s ${field} is missing or wrong.`,
      { metaMessages: ['docs/files.md tells what a receipt holds.'] },
    )
    this.field = field
  }
}
