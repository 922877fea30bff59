/** A private key in the form that viem takes; none if the text is no key. */
import type { Hex } from 'viem'

export function toHexKey(text: string): Hex | undefined {
  const digits = /^(?:0x)?([0-9a-f]{64})$/i.exec(text.trim())?.[1]
  return digits === undefined ? undefined : `0x${digits}`
}
