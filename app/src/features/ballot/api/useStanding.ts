/** What became of the ballots of a seat: kept here, and what the chain has. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import {
  type KeptBallot,
  readKeptBallots,
} from '../../../ballots/keptBallots.ts'
import type { Seat } from '../../../keys/heldKeys.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

export function lastVersionQuery(node: ReadClient, { reviewer, round }: Seat) {
  return queryOptions({
    queryKey: ['lastVersion', node.uid, round, reviewer],
    queryFn: async () => {
      const args = [BigInt(reviewer)] as const
      const call = { round, functionName: 'lastVersion', args } as const
      return readRound(node, call)
    },
    refetchInterval: 3_000,
  })
}

/** The version that counts; 0 before any is recorded. */
export function useLastVersion(seat: Seat) {
  return useQuery(lastVersionQuery(useNode(), seat))
}

/** All recorded versions of the seat, asked again when there is a new one. */
export function useRecorded(seat: Seat, lastVersion: number | undefined) {
  const node = useNode()
  const { fromBlock } = useRound()
  const [last] = readKeptBallots(seat)
  const after = BigInt(last?.afterBlock ?? 0)
  const isOfLast = last !== undefined && lastVersion === last.version
  // A ballot can only stand in blocks after the one it was signed at.
  const from = isOfLast && after > fromBlock ? after : fromBlock
  const { chainId, reviewer, round } = seat
  return useQuery({
    queryKey: [
      'recorded',
      node.uid,
      round,
      reviewer,
      lastVersion,
      String(from),
    ],
    queryFn: async () => {
      const { findRecorded } = await import('../../../ballots/findRecorded.ts')
      const range = { chainId, round, reviewer, fromBlock: from }
      return findRecorded(node, range)
    },
    enabled: lastVersion !== undefined && lastVersion > 0,
    staleTime: Infinity,
  })
}

const listeners = new Set<() => void>()

/** Told after a ballot was kept in this tab. */
export function tellBallots(): void {
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** Latest version first. */
export function useKeptBallots(seat: Seat): readonly KeptBallot[] {
  const text = useSyncExternalStore(listen, () =>
    JSON.stringify(readKeptBallots(seat)),
  )
  return JSON.parse(text) as KeptBallot[]
}

export function useAskAgain() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['lastVersion'] })
}
