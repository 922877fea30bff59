/** The keys of this device that hand in proposals: no seat is theirs, so its number is 0. */
import * as v from 'valibot'
import type { Address } from 'viem'
import {
  changeKeptValue,
  type KeptPlace,
  useKeptValue,
} from '../config/keptValue.ts'
import { type HeldKey, heldKeySchema } from './heldKeys.ts'

const schema = v.array(heldKeySchema)
const place: KeptPlace<typeof schema> = {
  name: 'dure.applicantKeys',
  schema,
  empty: [],
}

/** The user handle of its passkey has this for a seat. */
export const noSeat = 0

export function holdApplicantKey(key: HeldKey): void {
  changeKeptValue(place, (keys) => [
    key,
    ...keys.filter((one) => !isSame(one, key)),
  ])
}

export function useApplicantKeys(
  chainId: number,
  round: Address,
): readonly HeldKey[] {
  const [keys] = useKeptValue(place)
  return keys.filter(
    (one) =>
      one.chainId === chainId &&
      one.round.toLowerCase() === round.toLowerCase(),
  )
}

function isSame(one: HeldKey, other: HeldKey): boolean {
  return (
    one.chainId === other.chainId &&
    one.round.toLowerCase() === other.round.toLowerCase() &&
    one.key.toLowerCase() === other.key.toLowerCase()
  )
}
