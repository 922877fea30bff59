/** The next attempt while it is written: kept on this device until it is started. */
import * as v from 'valibot'
import { type Address, isAddress, zeroAddress } from 'viem'
import { forget, keep, readKept } from '../../../config/kept.ts'

const schema = v.object({
  trustees: v.string(),
  reason: v.string(),
  /** Makes the document unguessable, and the same however often it is pressed. */
  random: v.string(),
})

export type AttemptDraft = v.InferOutput<typeof schema>

const place = (round: Address) => `dure.keyAttempt.${round.toLowerCase()}`

export function readAttemptDraft(
  round: Address,
  trustees: readonly Address[],
): AttemptDraft {
  const random = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return (
    readKept(place(round), schema) ?? {
      ...{ reason: '', random },
      trustees: trustees.join('\n'),
    }
  )
}

export function keepAttemptDraft(round: Address, draft: AttemptDraft): void {
  keep(place(round), draft)
}

export function forgetAttemptDraft(round: Address): void {
  forget(place(round))
}

export type ParsedTrustees =
  | { trustees: readonly Address[] }
  | { fault: 'address' | 'twice'; line: string }

/** One address a line. */
export function parseTrustees(text: string): ParsedTrustees {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const seen = new Set<string>()
  const trustees: Address[] = []
  for (const line of lines) {
    if (!isAddress(line) || line === zeroAddress)
      return { fault: 'address', line }
    if (seen.has(line.toLowerCase())) return { fault: 'twice', line }
    seen.add(line.toLowerCase())
    trustees.push(line)
  }
  return { trustees }
}

/** `reason` as `dure document new` makes it. */
export function reasonDocument({ random, reason }: AttemptDraft): object {
  return { kind: 'reason', random, text: { ko: reason.trim() } }
}
