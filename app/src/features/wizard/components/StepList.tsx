/** All steps, the present one marked, each with how much is wrong there. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { draftId } from '../draft/keptDrafts.ts'
import { type StepName, stepNames } from '../draft/steps.ts'
import { stepWords } from '../stepWords.ts'
import { useWizard } from '../wizardContext.ts'
import { useLeave } from './useLeave.ts'

export function StepList({ current }: { current: StepName }) {
  const { i18n, t } = useLingui()
  const { checked, draft } = useWizard()
  const leave = useLeave(current)
  return (
    <nav aria-label={t`단계`}>
      <ol className="wizard-steps">
        {stepNames.map((step) => {
          const count = checked.problems.filter(
            (one) =>
              one.step === step &&
              (!one.isMissing || draft.seen.includes(step)),
          ).length
          return (
            <li key={step}>
              <Link
                to="/new/$draft/$step"
                params={{ draft: draftId(draft), step }}
                activeProps={{ 'aria-current': 'step' }}
                onClick={leave}
              >
                {i18n._(stepWords[step])}
                {count > 0 && (
                  <span className="wizard-steps__count">
                    <Trans>{count}건</Trans>
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
