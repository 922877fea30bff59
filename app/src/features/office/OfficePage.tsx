/** The duties of a round: who does what now, what comes next, and where. */
import { Trans, useLingui } from '@lingui/react/macro'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Page } from '../../components/Page.tsx'
import { useRound } from '../../queries/round.ts'
import { ActingWallet } from '../acts/components/ActingWallet.tsx'
import { BringNamed } from '../acts/components/BringNamed.tsx'
import { OfficeCard } from './components/OfficeCard.tsx'
import { Offers } from './components/Offers.tsx'
import { offices } from './duties.ts'
import { useOwnOffices } from './api/useOwnOffices.ts'
import './office.css'

function OfficePage() {
  const { t } = useLingui()
  const round = useRound()
  const own = useOwnOffices(round)
  const sorted = [...offices].sort(
    (one, other) => Number(own.has(other)) - Number(own.has(one)),
  )
  return (
    <Page title={t`담당 업무`} back={<BackToRound round={round.round} />}>
      <p className="lead text-blocks">
        <Trans>
          담당자 화면입니다. 누구나 볼 수 있고, 기록은 담당 지갑으로만 됩니다.
          한 일은 모두 공개 장부에 남습니다.
        </Trans>
      </p>
      <BringNamed round={round.round} />
      <ActingWallet />
      <Offers round={round.round} />
      <div className="offices">
        {sorted.map((office) => (
          <OfficeCard
            key={office}
            office={office}
            round={round}
            isOwn={own.has(office)}
          />
        ))}
      </div>
    </Page>
  )
}

export default OfficePage
