/** The way to the next step and back: everything is saved already. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { draftId } from '../draft/keptDrafts.ts'
import { type StepName, stepNames } from '../draft/steps.ts'
import { stepWords } from '../stepWords.ts'
import { useWizard } from '../wizardContext.ts'
import { useLeave } from './useLeave.ts'

export function StepEnd({ current }: { current: StepName }) {
  const { i18n } = useLingui()
  const { draft } = useWizard()
  const leave = useLeave(current)
  const place = stepNames.indexOf(current)
  const next = stepNames[place + 1]
  const previous = stepNames[place - 1]
  const id = draftId(draft)
  const nextName = next ? i18n._(stepWords[next]) : ''
  const previousName = previous ? i18n._(stepWords[previous]) : ''
  return (
    <div className="stack">
      <p className="quiet">
        <Trans>적는 대로 이 기기에 저장됩니다.</Trans>
      </p>
      <div className="row">
        {next && (
          <Link
            className="button button--main"
            to="/new/$draft/$step"
            params={{ draft: id, step: next }}
            onClick={leave}
          >
            <Trans>다음: {nextName}</Trans>
          </Link>
        )}
        {previous && (
          <Link
            className="button button--quiet"
            to="/new/$draft/$step"
            params={{ draft: id, step: previous }}
            onClick={leave}
          >
            <Trans>이전: {previousName}</Trans>
          </Link>
        )}
      </div>
    </div>
  )
}
