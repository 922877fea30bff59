/** What an address that somebody typed is: good, or why not. */
import { type Address, getAddress, isAddress, zeroAddress } from 'viem'

export type Recipient =
  | { kind: 'empty' | 'malformed' | 'capitals' | 'nobody' | 'holder' }
  | { kind: 'good'; address: Address; isChecked: boolean }

/** `isChecked`: its capitals are a check sum, so that a changed letter shows. */
export function readRecipient(text: string, holder: Address): Recipient {
  const typed = text.trim()
  if (typed === '') return { kind: 'empty' }
  if (!isAddress(typed, { strict: false })) return { kind: 'malformed' }
  if (typed === zeroAddress) return { kind: 'nobody' }
  const isPlain = typed === typed.toLowerCase() || /^0x[0-9A-F]+$/.test(typed)
  if (!isPlain && !isAddress(typed)) return { kind: 'capitals' }
  const address = getAddress(typed.toLowerCase())
  if (address.toLowerCase() === holder.toLowerCase()) return { kind: 'holder' }
  return { kind: 'good', address, isChecked: !isPlain }
}
