/** What departures are checked against: the roster, the draw, the sums, the ranking. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type {
  DecidedProposal,
  DepartureStanding,
} from '../../../../../protocol/departures.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import type { Ranking } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { tallyQuery } from '../../../queries/tallies.ts'
import { useNode } from '../../../queries/useNode.ts'

/** None until all of it is read. */
export function useDepartureStanding(
  ranking: Ranking,
): DepartureStanding | undefined {
  const node = useNode()
  const round = useRound()
  const { data: proposals } = useQuery(proposalsQuery(node, round))
  const { data: tally } = useQuery(tallyQuery(node, round))
  const { rules } = round
  return useMemo(() => {
    if (!proposals || !tally) return undefined
    const second = new Set(ranking.orders[1])
    const onRoster = proposals
      .filter(({ number }) => number > 0)
      .sort((one, other) => one.number - other.number)
    return {
      rules,
      proposals: onRoster.map(
        ({ ask, category, decision, number }): DecidedProposal => ({
          ...{ ask, category, isWithdrawn: decision === 'withdrawn' },
          half: second.has(number) ? 1 : 0,
          reviews: tally.counts[number - 1] ?? 0,
          isRecommended: ranking.recommended.has(number),
        }),
      ),
    }
  }, [proposals, ranking, rules, tally])
}
