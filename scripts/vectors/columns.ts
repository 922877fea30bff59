/** Turns rows into the columns that `vm.parseJson…Array` reads. */
import { encodeAbiParameters, type Hex } from 'viem'

type Cell = string | number | boolean
export type Columns = Record<string, Cell[]>

/** One array per field, all equally long. */
export function toColumns(rows: readonly Record<string, Cell>[]): Columns {
  const columns: Columns = {}
  for (const row of rows)
    for (const [field, cell] of Object.entries(row))
      (columns[field] ??= []).push(cell)
  return columns
}

/** `abi.encode(uint256[])`. */
export function encodeWords(words: ArrayLike<number | bigint>): Hex {
  return encodeAbiParameters(
    [{ type: 'uint256[]' }],
    [Array.from(words, (word) => BigInt(word))],
  )
}
