/** How it works, in plain words: taking part, what is not protected, what words mean. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../components/Page.tsx'
import { Contact } from './Contact.tsx'
import { Limits } from './Limits.tsx'
import { LostPhone } from './LostPhone.tsx'
import { TakePart } from './TakePart.tsx'
import { WordList } from './WordList.tsx'
import './help.css'

function HelpPage() {
  const { t } = useLingui()
  return (
    <Page title={t`도움`} isText>
      <p className="lead">
        <Trans>
          공동체가 제안을 내고, 주민이 추첨으로 받은 제안에 점수를 줍니다.
          점수는 잠근 채 모았다가 마감 뒤에 열어 공개 장부에서 셉니다. 누구나
          처음부터 다시 셀 수 있습니다.
        </Trans>
      </p>
      <TakePart />
      <LostPhone />
      <WordList />
      <Limits />
      <Contact />
    </Page>
  )
}

export default HelpPage
