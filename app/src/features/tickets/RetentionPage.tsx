/** What a relayer still holds of people, when it goes, and that it went. */
import { Trans, useLingui } from '@lingui/react/macro'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Page } from '../../components/Page.tsx'
import { useConfig } from '../../config/useConfig.ts'
import { useRound } from '../../queries/round.ts'
import { ActLog } from './components/ActLog.tsx'
import { DeleteNow } from './components/DeleteNow.tsx'
import { HeldData } from './components/HeldData.tsx'
import { RegistrarDesk } from './components/RegistrarDesk.tsx'
import { SetDate } from './components/SetDate.tsx'
import './tickets.css'

function RetentionPage() {
  const { t } = useLingui()
  const round = useRound()
  const { relayers } = useConfig()
  return (
    <Page
      title={t`개인정보 보관과 삭제`}
      back={<BackToOffice round={round.round} />}
      isText
    >
      <p className="lead">
        <Trans>
          연락처와, 참여권을 사람과 잇는 값은 중계자에만 있고 정한 날에
          지워집니다. 자리와 열쇠는 공개 장부에 남습니다.
        </Trans>
      </p>
      {relayers.map((relayer) => (
        <HeldData key={relayer} relayer={relayer} round={round.round} />
      ))}
      <RegistrarDesk round={round}>
        {(desk) => (
          <>
            <SetDate desk={desk} />
            <DeleteNow desk={desk} />
            <ActLog desk={desk} />
          </>
        )}
      </RegistrarDesk>
      <p className="quiet">
        <Trans>
          이 화면은 중계자의 데이터베이스까지만 셉니다. 백업과 디스크 사본은
          중계자를 운영하는 곳이 따로 지워야 합니다.
        </Trans>
      </p>
    </Page>
  )
}

export default RetentionPage
