/** A proposal: its text as it was registered, its costs, its files, what became of it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import { useNode } from '../../queries/useNode.ts'
import { type ListedProposal, proposalsQuery } from '../../queries/proposals.ts'
import { useRound } from '../../queries/round.ts'
import { BackToList } from './parts/BackToList.tsx'
import { ProposalView } from './parts/ProposalView.tsx'
import './proposals.css'

function ProposalPage() {
  const params: unknown = useParams({ strict: false })
  const { number = '' } = params as { number?: string }
  const round = useRound()
  const query = useQuery(proposalsQuery(useNode(), round))
  const { data, error, isPending, refetch } = query
  if (isPending) return <Loading />
  if (!data) return <Failure error={error} onRetry={() => void refetch()} />
  const proposal = data.find((one) => isNamed(one, number))
  if (!proposal) return <NoProposal />
  // Once it has a number, its address is that.
  if (proposal.number > 0 && number !== String(proposal.number))
    return (
      <Navigate
        to="/r/$round/p/$number"
        params={{ round: round.round, number: String(proposal.number) }}
        replace
      />
    )
  return <ProposalView key={proposal.key} round={round} proposal={proposal} />
}

function isNamed({ key, number }: ListedProposal, name: string): boolean {
  return (
    key.toLowerCase() === name.toLowerCase() ||
    (number > 0 && String(number) === name)
  )
}

function NoProposal() {
  const { t } = useLingui()
  const { round } = useRound()
  return (
    <Page
      title={t`이런 제안이 없습니다`}
      back={<BackToList round={round} />}
      isText
    >
      <p>
        <Trans>주소를 옮겨 적다가 틀렸을 수 있습니다.</Trans>
      </p>
      <p>
        <Link
          to="/r/$round/p"
          params={{ round }}
          className="button button--main"
        >
          <Trans>제안 목록 보기</Trans>
        </Link>
      </p>
    </Page>
  )
}

export default ProposalPage
