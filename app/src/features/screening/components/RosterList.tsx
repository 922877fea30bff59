/** The accepted proposals in the order of their numbers. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { GetRosterPlanReturnType } from '../../../../../chain/getRosterPlan.ts'
import { Said } from '../../../components/Said.tsx'
import { proposalsQuery } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useTexts } from '../../../queries/texts.ts'
import { useNode } from '../../../queries/useNode.ts'
import { ProposalName } from '../../proposals/parts/ProposalName.tsx'

export function RosterList({ plan }: { plan: GetRosterPlanReturnType }) {
  const round = useRound()
  const { data = [] } = useQuery(proposalsQuery(useNode(), round))
  const { data: texts } = useTexts(round.round, data)
  const byKey = new Map(data.map((one) => [one.key, one]))
  const { isFixed } = plan
  return (
    <section className="stack" aria-labelledby="accepted">
      <h2 id="accepted">
        {isFixed ? (
          <Trans>번호</Trans>
        ) : (
          <Trans>이 차례로 번호를 받습니다</Trans>
        )}
      </h2>
      <ol>
        {plan.accepted.map((key) => {
          const proposal = byKey.get(key)
          if (!proposal) return <li key={key}>{key}</li>
          const title = texts?.get(proposal.digest)?.title
          const name = <ProposalName proposal={proposal} />
          return (
            <li key={key}>
              <Link
                className="back"
                to="/r/$round/p/$number"
                params={{ round: round.round, number: key }}
              >
                <Said words={title} otherwise={name} />
              </Link>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
