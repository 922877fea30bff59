/** The seat that the review is for: the key in use, the other keys, the list. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Draw } from '../../../../../protocol/draw.ts'
import { createLists } from '../../../../../protocol/lists.ts'
import type { HeldKey, Seat } from '../../../keys/heldKeys.ts'
import { useKeysOfRound } from '../../../keys/useHeldKeys.ts'
import { drawQuery } from '../../../queries/draw.ts'
import { type Round, useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

export type SeatInUse = {
  round: Round
  key: HeldKey
  others: readonly HeldKey[]
}

/** None without a key of this round on this device. */
export function useSeat(): SeatInUse | undefined {
  const round = useRound()
  const [key, ...others] = useKeysOfRound(round.round)
  return key && { round, key, others }
}

export function useDraw() {
  return useQuery(drawQuery(useNode(), useRound()))
}

/** In list order; 0 is the blank card. */
export function useList(draw: Draw, reviewer: number): readonly number[] {
  return useMemo(() => {
    if (reviewer < 1 || reviewer > draw.reviewers) return []
    return Array.from(createLists(draw)(reviewer))
  }, [draw, reviewer])
}

export function toSeat({ chainId, reviewer, round }: HeldKey): Seat {
  return { chainId, reviewer, round }
}
