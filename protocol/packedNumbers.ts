/** Packs lists of small numbers as the chain does: uint16 end to end. */
import { type Hex, size } from 'viem'
import { BaseError } from './errors.ts'

export function packNumbers(numbers: ArrayLike<number>): Hex {
  const parts = Array.from(numbers, (number) =>
    number.toString(16).padStart(4, '0'),
  )
  return `0x${parts.join('')}`
}

export function parseNumbers(packed: Hex): number[] {
  const bytes = size(packed)
  if (bytes % 2 !== 0) throw new PackedNumbersError({ bytes })
  return Array.from({ length: bytes / 2 }, (_, index) =>
    Number.parseInt(packed.slice(2 + 4 * index, 6 + 4 * index), 16),
  )
}

export class PackedNumbersError extends BaseError {
  override name = 'PackedNumbersError'

  constructor({ bytes }: { bytes: number }) {
    super(`${bytes} bytes are no list of packed numbers.`, {
      metaMessages: ['Expected two bytes a number.'],
    })
  }
}
