/** All that the pages of results show: what happened, what was counted, the proposals. */
import { useQuery } from '@tanstack/react-query'
import { proposalsQuery } from '../../../queries/proposals.ts'
import {
  resultQuery,
  type Ranking,
  type Result,
} from '../../../queries/result.ts'
import { type Round, useRound } from '../../../queries/round.ts'
import { tallyQuery } from '../../../queries/tallies.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import { type RankRowsParameters, rankRows } from './rankRows.ts'

export function useResult() {
  return useQuery(resultQuery(useNode(), useRound()))
}

/** What is shown once the ranking stands. */
export type Standing = {
  round: Round
  result: Result
  ranking: Ranking
  currency: string
  rowsOf: (half: 0 | 1) => ReturnType<typeof rankRows>
}

export function useStanding(result: Result, ranking: Ranking) {
  const node = useNode()
  const round = useRound()
  const { text } = useRoundText(round.rules.document)
  const proposals = useQuery(proposalsQuery(node, round))
  const tally = useQuery(tallyQuery(node, round))
  const { confirmation } = result
  const rowsOf = (half: 0 | 1) =>
    rankRows({
      ...{ half, ranking, confirmation, rules: round.rules },
      proposals: proposals.data ?? [],
      tally: tally.data,
    } satisfies RankRowsParameters)
  const { currency } = text
  const standing: Standing = { round, result, ranking, currency, rowsOf }
  return { standing, proposals, tally, text }
}
