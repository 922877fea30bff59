/** What the ranking and the committee said of a proposal, from their events. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReadClient } from '../../../../chain/clients.ts'
import { getRoundLogs } from '../../../../chain/getRoundLogs.ts'
import { fromBitField } from '../../../../protocol/bitField.ts'
import type { ListedProposal } from '../../queries/proposals.ts'
import type { Round } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'
import type { Standing } from './states.ts'

type Outcome = {
  recommended: ReadonlySet<number>
  /** None before the confirmation. */
  selected: ReadonlySet<number> | undefined
}

const eventNames = ['Ranked', 'Confirmed'] as const
const withRanking = ['objections', 'answers', 'confirmation', 'confirmed']

function outcomeQuery(node: ReadClient, { fromBlock, phase, round }: Round) {
  return queryOptions({
    queryKey: ['outcome', node.uid, round, phase],
    queryFn: async (): Promise<Outcome> => {
      const logs = await getRoundLogs(node, { round, fromBlock, eventNames })
      const outcome: Outcome = { recommended: new Set(), selected: undefined }
      for (const { args, eventName } of logs)
        if (eventName === 'Ranked')
          outcome.recommended = new Set(fromBitField(args.recommended))
        else outcome.selected = new Set(fromBitField(args.selected))
      return outcome
    },
    enabled: withRanking.includes(phase),
    staleTime: 60_000,
  })
}

/** How each proposal stands by now. */
export function useStandingOf(
  round: Round,
): (proposal: ListedProposal) => Standing {
  const { data } = useQuery(outcomeQuery(useNode(), round))
  return ({ decision, number }) => {
    if (!data || number === 0) return decision
    if (data.selected?.has(number)) return 'selected'
    const isRecommended = data.selected === undefined
    return isRecommended && data.recommended.has(number)
      ? 'recommended'
      : decision
  }
}
