/** The coverage of a round, read from the chain alone; null before the draw. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { drawQuery } from '../../../queries/draw.ts'
import { rollQuery } from '../../../queries/roll.ts'
import { pagesQuery } from '../../../queries/pages.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { coverageOf } from '../coverageOf.ts'

export function useCoverage(round: Round) {
  const node = useNode()
  const draw = useQuery(drawQuery(node, round))
  const roll = useQuery(rollQuery(node, round))
  const pages = useQuery({
    ...pagesQuery(node, round),
    // More pages are another query: the numbers before stay until they come.
    placeholderData: (before) => before,
  })
  const proposals = useQuery(proposalsQuery(node, round))
  const queries = [draw, roll, pages, proposals]
  const coverage = useMemo(() => {
    if (draw.data === null) return null
    if (!draw.data || !roll.data || !pages.data || !proposals.data)
      return undefined
    const ballots = pages.data.flatMap((page) => page.ballots)
    return coverageOf({
      draw: draw.data,
      roll: roll.data,
      casters: new Set(ballots.map(({ reviewer }) => reviewer)),
      categories: new Map(
        proposals.data.map(({ category, number }) => [number, category]),
      ),
    })
  }, [draw.data, roll.data, pages.data, proposals.data])
  return {
    coverage,
    error: queries.find(({ error }) => error)?.error ?? null,
    retry: () => {
      queries.forEach(({ refetch }) => void refetch())
    },
  }
}
