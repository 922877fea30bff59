/** The registrar's page: who is missing, contacts, tickets, keys to sign, the roll. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { KeyTrouble } from '../acts/wallet/KeyTrouble.tsx'
import { type Round, useRound } from '../../queries/round.ts'
import { RelayerRefusedError } from '../../relayer/refusal.ts'
import type { Desk } from '../../relayer/registrar.ts'
import { seatsQuery } from './api/seatsQuery.ts'
import { CompareRoll } from './components/CompareRoll.tsx'
import { ImportContacts } from './components/ImportContacts.tsx'
import { PublishRoll } from './components/PublishRoll.tsx'
import { RegistrarDesk } from './components/RegistrarDesk.tsx'
import { SeatTable } from './components/SeatTable.tsx'
import { SignKeys } from './components/SignKeys.tsx'
import { TicketDesk } from './components/TicketDesk.tsx'
import './tickets.css'

function RollPage() {
  const { t } = useLingui()
  const round = useRound()
  return (
    <Page title={t`명부와 참여권`} back={<BackToOffice round={round.round} />}>
      <p className="lead text-blocks no-print">
        <Trans>
          한 사람에게 한 장씩 직접 주세요. 대표에게 묶어서 주지 마세요. 모은
          사람이 여러 자리를 혼자 심사할 수 있게 됩니다.
        </Trans>
      </p>
      {round.roster.isFixed ? (
        <RegistrarDesk round={round}>
          {(desk) => <AtDesk desk={desk} round={round} />}
        </RegistrarDesk>
      ) : (
        <Notice>
          <p className="strong">
            <Trans>아직 자리가 정해지지 않았습니다.</Trans>
          </p>
          <p>
            <Trans>
              자격 확인이 끝나고 관리자가 적격 제안에 번호를 매기면 참여권을
              만들 수 있습니다. 그 전에{' '}
              <Link
                to="/r/$round/office/retention"
                params={{ round: round.round }}
              >
                연락처를 지울 날
              </Link>
              을 정해 두세요.
            </Trans>
          </p>
        </Notice>
      )}
    </Page>
  )
}

function AtDesk({ desk, round }: { desk: Desk; round: Round }) {
  const { data, error, refetch } = useQuery(seatsQuery(desk))
  if (error instanceof RelayerRefusedError) return <KeyTrouble error={error} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <SeatTable data={data} />
      <ImportContacts desk={desk} round={round} />
      <TicketDesk desk={desk} round={round} data={data} />
      <SignKeys desk={desk} round={round} />
      <PublishRoll desk={desk} round={round} />
      <CompareRoll desk={desk} />
    </>
  )
}

export default RollPage
