/** The keys of a run of people, 20 bytes each, end to end. */
import { accountOf, deriveSecret, type Person } from './accountKey.ts'
import { reviewerKey, type ReviewerKeys } from './reviewerKeys.ts'

export type DeriveKeysTask = ReviewerKeys & {
  person: Person
  first: number
  count: number
}

export function deriveKeys({
  person,
  first,
  count,
  ...holders
}: DeriveKeysTask): Promise<Uint8Array> {
  const keyOf = (number: number) =>
    person === 'reviewer'
      ? reviewerKey(holders, number)
      : accountOf(deriveSecret(holders.seed, person, number))
  const keys = new Uint8Array(20 * count)
  for (let index = 0; index < count; index++)
    keys.set(keyOf(first + index), 20 * index)
  return Promise.resolve(keys)
}
