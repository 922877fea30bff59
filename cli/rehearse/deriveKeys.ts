/** The keys of a run of people, 20 bytes each, end to end. */
import { accountOf, deriveSecret, type Person } from './accountKey.ts'

export type DeriveKeysTask = {
  seed: string
  person: Person
  first: number
  count: number
}

export function deriveKeys({
  seed,
  person,
  first,
  count,
}: DeriveKeysTask): Promise<Uint8Array> {
  const keys = new Uint8Array(20 * count)
  for (let index = 0; index < count; index++)
    keys.set(accountOf(deriveSecret(seed, person, first + index)), 20 * index)
  return Promise.resolve(keys)
}
