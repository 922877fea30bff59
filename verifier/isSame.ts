/** Compares addresses, hashes and other hex, whatever its case. */
import type { Hex } from 'viem'

export function isSame(one: Hex, other: Hex): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase()
}

/** The form in which hex is the key of a map. */
export function lower<hex extends Hex>(value: hex): hex {
  return value.toLowerCase() as hex
}
