/** The admin's page that ends the screening: the accepted proposals get their numbers. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import { type Round, useRound } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'
import { rosterQuery } from './api/roster.ts'
import { FixRoster } from './components/FixRoster.tsx'
import { RosterList } from './components/RosterList.tsx'
import './screening.css'

function RosterPage() {
  const { t } = useLingui()
  const round = useRound()
  const { data, error, refetch } = useQuery(rosterQuery(useNode(), round))
  return (
    <Page
      title={t`심사할 제안 명단 확정`}
      back={<BackToOffice round={round.round} />}
      isText
    >
      <p className="quiet">
        <Trans>관리자의 화면입니다. 누구나 볼 수 있습니다.</Trans>
      </p>
      {!data && error && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.isFixed ? (
            <p className="strong">
              <Trans>
                명단이 확정되었습니다. 제안 {data.accepted.length}개가 번호를
                받았습니다.
              </Trans>
            </p>
          ) : (
            <Before round={round} plan={data} />
          )}
          <RosterList plan={data} />
        </>
      )}
    </Page>
  )
}

type BeforeProps = {
  round: Round
  plan: Parameters<typeof FixRoster>[0]['plan']
}

function Before({ plan, round }: BeforeProps) {
  if (round.phase === 'registration')
    return (
      <p className="notice">
        <Trans>
          아직 모집 중입니다. 모집이 끝난 뒤에 명단을 확정할 수 있습니다.
        </Trans>
      </p>
    )
  if (round.phase !== 'screening')
    return (
      <p className="notice notice--warn">
        <Trans>명단을 확정할 수 있는 때가 지났습니다.</Trans>
      </p>
    )
  return <FixRoster plan={plan} />
}

export default RosterPage
