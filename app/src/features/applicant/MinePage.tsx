/** The proposals of this device in the round: how they stand, and what may be done now. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import { useConfig } from '../../config/useConfig.ts'
import { useApplicantKeys } from '../../keys/applicantKeys.ts'
import { proposalsQuery } from '../../queries/proposals.ts'
import { useRound } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'
import { FindMine } from './components/FindMine.tsx'
import { OwnProposal } from './components/OwnProposal.tsx'
import './applicant.css'

function MinePage() {
  const { t } = useLingui()
  const { chainId } = useConfig()
  const round = useRound()
  const keys = useApplicantKeys(chainId, round.round)
  const query = useQuery({
    ...proposalsQuery(useNode(), round),
    refetchInterval: 10_000,
  })
  const { data, error, refetch } = query
  return (
    <Page
      title={t`내가 낸 제안`}
      back={<BackToRound round={round.round} />}
      isText
    >
      {!data && error && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Loading />}
      {data && (
        <ul className="plain-list stack">
          {keys.map((key) => (
            <li key={key.key}>
              <OwnProposal
                heldKey={key}
                proposal={data.find(
                  (one) => one.key.toLowerCase() === key.key.toLowerCase(),
                )}
              />
            </li>
          ))}
        </ul>
      )}
      {keys.length === 0 && (
        <p className="lead">
          <Trans>이 기기에서 낸 제안이 아직 없습니다.</Trans>
        </p>
      )}
      {round.phase === 'registration' && (
        <p>
          <Link
            className="back"
            to="/r/$round/apply"
            params={{ round: round.round }}
          >
            <Trans>다른 제안 쓰기</Trans>
          </Link>
        </p>
      )}
      <FindMine />
    </Page>
  )
}

export default MinePage
