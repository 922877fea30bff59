/** What is wrong at one path, with the number that would be right where there is one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { DraftProblem } from '../check/checkDraft.ts'
import { describeProblem } from '../check/describeProblem.ts'
import { withNumber } from '../check/places.ts'
import { useWizard } from '../wizardContext.ts'

export type FieldProblemsProps = { id?: string; path: string }

export function FieldProblems({ id, path }: FieldProblemsProps) {
  const { problemsAt } = useWizard()
  const { i18n } = useLingui()
  const formats = useFormats()
  return (
    <div id={id} className="stack stack--tight" role="status">
      {problemsAt(path).map((problem) => (
        <div className="field__error" key={problem.refusal?.error ?? 'form'}>
          {i18n._(describeProblem(problem, formats))} <Mend problem={problem} />
        </div>
      ))}
    </div>
  )
}

function Mend({ problem: { mend } }: { problem: DraftProblem }) {
  const { change, draft } = useWizard()
  const { moment, number } = useFormats()
  if (!mend) return null
  const { path, value } = mend
  const shown = path.startsWith('times')
    ? moment(Math.ceil(value / 60) * 60)
    : number(path === 'minOpened' ? value / 100 : value)
  return (
    <button
      className="button button--quiet"
      type="button"
      onClick={() => {
        change(withNumber(draft, path, value))
      }}
    >
      <Trans>이 값으로 고치기: {shown}</Trans>
    </button>
  )
}
