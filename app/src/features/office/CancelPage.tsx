/** The end of a round before its close: what it means, why, typed again, one press. */
import { Trans, useLingui } from '@lingui/react/macro'
import { phases } from '../../../../chain/enums.ts'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useFormats } from '../../hooks/useFormats.ts'
import { useRound } from '../../queries/round.ts'
import { BringNamed } from '../acts/components/BringNamed.tsx'
import { CancelForm } from './components/CancelForm.tsx'
import './office.css'

function CancelPage() {
  const { t } = useLingui()
  const { moment } = useFormats()
  const round = useRound()
  const { phase, rules } = round
  const isPossible = phases.indexOf(phase) <= phases.indexOf('review')
  return (
    <Page
      title={t`회차 취소`}
      back={<BackToOffice round={round.round} />}
      isText
    >
      <ul className="stack stack--tight">
        <li>
          <Trans>회차가 끝납니다. 되돌릴 수 없습니다.</Trans>
        </li>
        <li>
          <Trans>
            제안도 심사표도 더 받지 않습니다. 이미 낸 심사표는 열리지 않습니다.
          </Trans>
        </li>
        <li>
          <Trans>이유는 회차 화면 맨 위에, 누구나 보게 남습니다.</Trans>
        </li>
        <li>
          <Trans>
            심사 마감({moment(rules.times.close)}) 뒤에는 취소할 수 없습니다.
          </Trans>
        </li>
      </ul>
      <BringNamed round={round.round} />
      {isPossible ? (
        <CancelForm round={round} />
      ) : (
        <Notice kind="warn">
          <p className="strong">
            {phase === 'cancelled' ? (
              <Trans>이 회차는 취소되었습니다.</Trans>
            ) : (
              <Trans>지금은 취소할 수 없습니다.</Trans>
            )}
          </p>
        </Notice>
      )}
    </Page>
  )
}

export default CancelPage
