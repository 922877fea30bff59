/** The screener's page: texts beside decisions, recorded in batches. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useFormats } from '../../hooks/useFormats.ts'
import { proposalsQuery } from '../../queries/proposals.ts'
import { type Round, useRound } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'
import { BringNamed } from '../acts/components/BringNamed.tsx'
import { Desk } from './components/Desk.tsx'
import './screening.css'

function ScreeningPage() {
  const { t } = useLingui()
  const round = useRound()
  const query = useQuery({
    ...proposalsQuery(useNode(), round),
    refetchInterval: 10_000,
  })
  const { data, error, refetch } = query
  return (
    <Page title={t`자격 확인`} back={<BackToOffice round={round.round} />}>
      <p className="quiet">
        <Trans>자격 확인 담당의 화면입니다. 누구나 볼 수 있습니다.</Trans>
      </p>
      <BringNamed round={round.round} />
      {isOver(round) ? <Over round={round} /> : <Until round={round} />}
      {!data && error && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <p>
          <Trans>아직 들어온 제안이 없습니다.</Trans>
        </p>
      )}
      {data && data.length > 0 && (
        <Desk proposals={data} isOver={isOver(round)} />
      )}
      <p>
        <Link
          className="back"
          to="/r/$round/office/roster"
          params={{ round: round.round }}
        >
          <Trans>심사할 제안 명단 확정하기</Trans>
        </Link>
      </p>
    </Page>
  )
}

/** From the first part of the roster on nothing is decided any more. */
function isOver({ phase, roster }: Round): boolean {
  const isTime = phase === 'registration' || phase === 'screening'
  return !isTime || roster.onRoster > 0
}

function Over({ round }: { round: Round }) {
  return (
    <Notice>
      <p>
        {round.phase === 'cancelled' ? (
          <Trans>취소된 회차입니다.</Trans>
        ) : (
          <Trans>자격 확인이 끝났습니다. 결정을 더 기록할 수 없습니다.</Trans>
        )}
      </p>
    </Notice>
  )
}

function Until({ round: { rules } }: { round: Round }) {
  const { moment } = useFormats()
  const until = moment(rules.times.rosterBy)
  return (
    <p>
      <Trans>
        {until}까지 결정하고 명단을 확정해야 합니다. 모집이 끝나기 전에 고쳐 낸
        제안은 다시 확인합니다.
      </Trans>
    </p>
  )
}

export default ScreeningPage
