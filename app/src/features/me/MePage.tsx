/** My tasks: every key of this device with its next step, and finding a lost one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../components/Page.tsx'
import { useHeldKeys } from '../../keys/useHeldKeys.ts'
import { FindByPasskey } from './components/FindByPasskey.tsx'
import { FindByWallet } from './components/FindByWallet.tsx'
import { Task } from './components/Task.tsx'

function MePage() {
  const { t } = useLingui()
  const keys = useHeldKeys()
  return (
    <Page title={t`내 일`} isText>
      {keys.length === 0 ? (
        <p className="lead">
          <Trans>
            이 기기에는 아직 열쇠가 없습니다. 참여권을 받았다면 참여권의 QR이나
            주소를 여세요.
          </Trans>
        </p>
      ) : (
        <ul className="plain-list stack">
          {keys.map((key) => (
            <li key={`${key.round}/${key.reviewer}`}>
              <Task heldKey={key} />
            </li>
          ))}
        </ul>
      )}
      <section className="stack">
        <h2>
          <Trans>내 열쇠 찾기</Trans>
        </h2>
        <FindByPasskey isMain={keys.length === 0} />
        <FindByWallet />
      </section>
    </Page>
  )
}

export default MePage
