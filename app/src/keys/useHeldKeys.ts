/** Keys of this device: all of them, or those of a round. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { listenToKept } from '../config/kept.ts'
import { useConfig } from '../config/useConfig.ts'
import { type HeldKey, readHeldKeys } from './heldKeys.ts'

export function useHeldKeys(): readonly HeldKey[] {
  const { chainId } = useConfig()
  // A snapshot must stay the same while nothing changes.
  const text = useSyncExternalStore(listenToKept, () =>
    JSON.stringify(readHeldKeys()),
  )
  return useMemo(() => {
    const keys = JSON.parse(text) as HeldKey[]
    return keys.filter((key) => key.chainId === chainId)
  }, [chainId, text])
}

/** The one in use comes first. */
export function useKeysOfRound(round: Address): readonly HeldKey[] {
  const keys = useHeldKeys()
  return useMemo(
    () => keys.filter((key) => key.round.toLowerCase() === round.toLowerCase()),
    [keys, round],
  )
}
