/** The fields of a proposal, each kept as it is typed, with what is wrong beside it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type SyntheticEvent, useState } from 'react'
import type { UseDraft } from '../api/draft.ts'
import { checkDraft } from '../api/checkDraft.ts'
import { useBounds } from '../api/useBounds.ts'
import { AskField } from './AskField.tsx'
import { CategoryField } from './CategoryField.tsx'
import { CostFields } from './CostFields.tsx'
import { FileFields } from './FileFields.tsx'
import { LanguageField } from './LanguageField.tsx'
import { ProblemSummary } from './ProblemSummary.tsx'
import { TextField } from './TextField.tsx'

export function WriteStep({ change, draft }: UseDraft) {
  const { t } = useLingui()
  const bounds = useBounds()
  const [presses, setPresses] = useState(0)
  const problems = presses > 0 ? checkDraft(draft, bounds) : {}
  const fields = { draft, change, problems, bounds }
  function next(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    setPresses(presses + 1)
    if (Object.keys(checkDraft(draft, bounds)).length === 0)
      change({ step: 'check' })
  }
  return (
    <form className="stack stack--loose" onSubmit={next} noValidate>
      <ProblemSummary problems={problems} presses={presses} />
      <TextField {...fields} name="title" label={t`제목`} />
      <TextField
        {...fields}
        name="community"
        label={t`공동체 이름`}
        hint={t`제안을 내는 모임이나 단체의 이름입니다.`}
      />
      <TextField
        {...fields}
        name="region"
        label={t`지역 (없어도 됩니다)`}
        hint={t`예: 가람동`}
      />
      <CategoryField {...fields} />
      <TextField
        {...fields}
        name="text"
        label={t`글`}
        hint={t`무엇을, 왜, 어떻게 하려는지 씁니다. 빈 줄로 문단을 나누고, ‘- ’로 시작하면 목록, ‘# ’로 시작하면 소제목이 됩니다.`}
        isLong
      />
      <AskField {...fields} />
      <CostFields {...fields} />
      <FileFields draft={draft} change={change} />
      <LanguageField draft={draft} change={change} />
      <div className="stack stack--tight">
        <p>
          <button className="button button--main" type="submit">
            <Trans>남들에게 보일 모습 보기</Trans>
          </button>
        </p>
        <p className="quiet">
          <Trans>쓰는 대로 이 기기에 저장됩니다. 아직 내지 않았습니다.</Trans>
        </p>
      </div>
    </form>
  )
}
