/** Handing a role over: offered by who holds it, then accepted by the new wallet. */
import { Trans, useLingui } from '@lingui/react/macro'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Page } from '../../components/Page.tsx'
import { useRound } from '../../queries/round.ts'
import { useOffers } from './api/useOffers.ts'
import { AcceptRole } from './components/AcceptRole.tsx'
import { OfferForm } from './components/OfferForm.tsx'
import { OpenOffers } from './components/OpenOffers.tsx'
import './office.css'

function HandoverPage() {
  const { t } = useLingui()
  const round = useRound()
  const offers = useOffers(round.round)
  return (
    <Page
      title={t`담당 넘기기`}
      back={<BackToOffice round={round.round} />}
      isText
    >
      <p className="lead">
        <Trans>
          두 단계입니다. 지금 담당이 새 지갑 주소를 적어 넘기고, 새 지갑이
          받아야 넘어갑니다. 주소를 잘못 적어도 받기 전에는 아무 일도 없습니다.
        </Trans>
      </p>
      <AcceptRole round={round} offers={offers} />
      <OpenOffers round={round} offers={offers} />
      <OfferForm round={round} />
    </Page>
  )
}

export default HandoverPage
