/** Where a round begins: drafts on this device, templates, practice, files, an earlier round. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Page } from '../../components/Page.tsx'
import { CopyRound } from './start/CopyRound.tsx'
import { DraftList } from './start/DraftList.tsx'
import { NewRound } from './start/NewRound.tsx'
import { OpenFile } from './start/OpenFile.tsx'
import { OpenPabulib } from './start/OpenPabulib.tsx'
import { Practice } from './start/Practice.tsx'
import './wizard.css'

function WizardPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`회차 만들기`}
      back={
        <p>
          <Link to="/" className="back">
            ← <Trans>회차 목록</Trans>
          </Link>
        </p>
      }
      isText
    >
      <p className="lead">
        <Trans>
          여덟 단계를 채우고 마지막에 지갑이나 Safe로 만듭니다. 그 전에는
          아무것도 보내지 않으며, 적는 대로 이 기기에 저장됩니다.
        </Trans>
      </p>
      <DraftList />
      <NewRound />
      <Practice />
      <CopyRound />
      <OpenFile />
      <OpenPabulib />
    </Page>
  )
}

export default WizardPage
