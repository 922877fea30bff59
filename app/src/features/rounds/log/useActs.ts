/** The acts of the kinds that are asked for, newest first, as far back as somebody looks. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import {
  type Act,
  type ActNames,
  actsQuery,
  heavyActsQuery,
  newestFirst,
} from './acts.ts'
import { type ActKind, actKinds, eventsOf, heavyEvents } from './kinds.ts'

export type Acts = {
  acts: readonly Act[]
  /** Whether these are all of them. */
  isAll: boolean
  isPending: boolean
  error: Error | null
  refetch: () => void
  readAll: () => Promise<readonly Act[]>
}

/** At least the newest `count`, if there are so many. All kinds where none is named. */
export function useActs(
  round: Round,
  kind: ActKind | undefined,
  count: number,
): Acts {
  const node = useNode()
  const [light, heavy] = useMemo(() => namesOf(kind), [kind])
  const some = useQuery(actsQuery(node, round, light))
  const rest = useInfiniteQuery(heavyActsQuery(node, round, heavy))
  const isHeavy = heavy.length > 0 && round.ballots.pages > 0
  const isAll = !isHeavy || (rest.data !== undefined && !rest.hasNextPage)
  const acts = useMemo(
    () => knownActs(some.data ?? [], isHeavy ? rest.data?.pages : [], isAll),
    [some.data, rest.data, isHeavy, isAll],
  )
  const isMissing = !isAll && acts.length < count
  const { fetchNextPage, isFetching, error: restError } = rest
  useEffect(() => {
    if (isMissing && !isFetching && !restError) void fetchNextPage()
  }, [isMissing, isFetching, restError, fetchNextPage])
  const isLightPending = light.length > 0 && some.isPending
  return {
    ...{ acts, isAll },
    error: some.error ?? restError,
    isPending: isLightPending || isMissing,
    refetch: () => {
      void some.refetch()
      void rest.refetch()
    },
    async readAll() {
      let found = rest
      while (isHeavy && found.hasNextPage) {
        found = await found.fetchNextPage()
        if (found.error) throw found.error
      }
      return knownActs(some.data ?? [], found.data?.pages ?? [], true)
    },
  }
}

function namesOf(
  kind: ActKind | undefined,
): [light: ActNames, heavy: ActNames] {
  const kinds = kind === undefined ? actKinds : [kind]
  const names: ActNames = kinds.flatMap((one) => eventsOf[one])
  const isHeavy = (name: Act['eventName']) =>
    (heavyEvents as ActNames).includes(name)
  return [names.filter((name) => !isHeavy(name)), names.filter(isHeavy)]
}

/** What is older than the last stretch may lie between heavy acts that are not read. */
function knownActs(
  light: readonly Act[],
  stretches: readonly { acts: readonly Act[]; fromBlock: bigint }[] = [],
  isAll: boolean,
): Act[] {
  const heavy = stretches.flatMap(({ acts }) => acts)
  const from = stretches.at(-1)?.fromBlock
  const isKnown = ({ blockNumber }: Act) =>
    isAll || (from !== undefined && blockNumber >= from)
  return newestFirst([...light.filter(isKnown), ...heavy])
}
