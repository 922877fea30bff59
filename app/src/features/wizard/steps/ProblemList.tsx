/** What is wrong or unwise, each with the way to its step. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { DraftProblem } from '../check/checkDraft.ts'
import { describeProblem } from '../check/describeProblem.ts'
import { placeWords } from '../check/placeWords.ts'
import { draftId } from '../draft/keptDrafts.ts'
import { useWizard } from '../wizardContext.ts'
import { stepWords } from '../stepWords.ts'

export type ProblemListProps = {
  problems: readonly DraftProblem[]
  title: ReactNode
}

export function ProblemList({ problems, title }: ProblemListProps) {
  const { i18n } = useLingui()
  const formats = useFormats()
  const { draft } = useWizard()
  if (problems.length === 0) return null
  return (
    <section className="notice notice--warn stack stack--tight">
      <h2>{title}</h2>
      <ul className="stack stack--tight plain-list">
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.refusal?.error ?? ''}`}>
            <Link
              to="/new/$draft/$step"
              params={{ draft: draftId(draft), step: problem.step }}
            >
              {i18n._(stepWords[problem.step])}
            </Link>
            {': '}
            <PlaceName path={problem.path} />
            {i18n._(describeProblem(problem, formats))}
          </li>
        ))}
      </ul>
      <p>
        <Trans>단계 이름을 누르면 그 칸으로 갑니다.</Trans>
      </p>
    </section>
  )
}

function PlaceName({ path }: { path: string }) {
  const { i18n } = useLingui()
  const words = placeWords(path)
  return words ? <strong>{`${i18n._(words)} — `}</strong> : null
}
