/** One step of the wizard: `#/new/DRAFT/STEP`. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useNow } from '../../queries/head.ts'
import { BackToStart } from './components/BackToStart.tsx'
import { StepEnd } from './components/StepEnd.tsx'
import { StepList } from './components/StepList.tsx'
import { checkDraft } from './check/checkDraft.ts'
import type { Draft } from './draft/draft.ts'
import { keepDraft, useDraft } from './draft/keptDrafts.ts'
import { type StepName, stepNames } from './draft/steps.ts'
import { steps } from './steps/steps.ts'
import { stepWords } from './stepWords.ts'
import { WizardContext } from './wizardContext.ts'
import './wizard.css'

function StepPage() {
  const { t } = useLingui()
  const params: unknown = useParams({ strict: false })
  const { draft: id = '', step = '' } = params as {
    draft?: string
    step?: string
  }
  const draft = useDraft(id)
  const name = stepNames.find((one) => one === step) ?? 'basics'
  if (draft) return <Step key={name} draft={draft} name={name} />
  return (
    <Page title={t`회차 만들기`} back={<BackToStart />}>
      <Notice>
        <p>
          <Trans>
            이 기기에 그런 초안이 없습니다. 저장해 둔 파일이 있으면 불러오세요.
          </Trans>
        </p>
      </Notice>
    </Page>
  )
}

function Step({ draft, name }: { draft: Draft; name: StepName }) {
  const { i18n, t } = useLingui()
  const now = useNow()
  const checked = checkDraft(draft, Math.floor(now))
  const place = stepNames.indexOf(name) + 1
  const title = i18n._(stepWords[name])
  const Fields = steps[name]
  const wizard = {
    ...{ draft, checked },
    change: (patch: Partial<Draft>) => {
      keepDraft({ ...draft, ...patch })
    },
    problemsAt: (path: string) =>
      [...checked.problems, ...checked.warnings].filter(
        (one) =>
          one.path === path &&
          (!one.isMissing || draft.seen.includes(one.step)),
      ),
  }
  return (
    <WizardContext value={wizard}>
      <Page title={t`${place}/8 ${title}`} back={<BackToStart />} isText>
        {draft.isPractice && (
          <Notice kind="warn">
            <p className="strong">
              <Trans>연습 회차입니다. 결과에는 아무 효력이 없습니다.</Trans>
            </p>
          </Notice>
        )}
        <StepList current={name} />
        <Fields />
        <StepEnd current={name} />
      </Page>
    </WizardContext>
  )
}

export default StepPage
