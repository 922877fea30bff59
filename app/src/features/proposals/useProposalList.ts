/** The proposals of the page that the address asks for, and what is needed to show them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNode } from '../../queries/useNode.ts'
import { proposalsQuery } from '../../queries/proposals.ts'
import type { Round } from '../../queries/round.ts'
import { useTexts } from '../../queries/texts.ts'
import { filterProposals } from './filter.ts'
import { byNumber, shuffled } from './order.ts'
import type { ProposalsSearch } from './search.ts'
import { usualSize } from './sizes.ts'

/** So few are all read at once, and searched without waiting. */
const few = 100

export function useProposalList(
  round: Round,
  search: ProposalsSearch,
  seed: number,
) {
  const query = useQuery(proposalsQuery(useNode(), round))
  const all = query.data
  const [readCount, setReadCount] = useState(0)
  const needsTexts = search.q !== undefined || search.region !== undefined
  const ordered = useMemo(() => {
    if (!all) return []
    return search.order === 'number' ? byNumber(all) : shuffled(all, seed)
  }, [all, search.order, seed])
  const readsAll = needsTexts || (all !== undefined && all.length <= few)
  const texts = useTexts(round.round, all ?? [], {
    isWanted: readsAll,
    onRead: setReadCount,
  })
  const found = useMemo(
    () => filterProposals(ordered, texts.data, search),
    [ordered, texts.data, search],
  )
  const size = search.size ?? usualSize
  const pages = Math.max(1, Math.ceil(found.length / size))
  const page = Math.min(search.page ?? 1, pages)
  const first = (page - 1) * size
  const shown = found.slice(first, first + size)
  const pageTexts = useTexts(round.round, shown, { isWanted: !readsAll })
  const isSearching = needsTexts && texts.isPending && (all?.length ?? 0) > 0
  return {
    ...{ query, texts: texts.data, found, shown, first, page, pages },
    ...{ isSearching, readCount },
    isComing: (readsAll ? texts : pageTexts).isPending,
  }
}
