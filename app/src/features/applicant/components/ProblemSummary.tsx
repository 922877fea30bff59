/** Above the fields, and focused: what is to be mended, each with the way to its field. */
import { Plural, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { DraftField, DraftProblems } from '../api/checkDraft.ts'

export type ProblemSummaryProps = {
  problems: DraftProblems
  /** How often the form was pressed: each time the focus comes here. */
  presses: number
}

export function ProblemSummary({ presses, problems }: ProblemSummaryProps) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (presses > 0) box.current?.focus()
  }, [presses])
  const names: Record<DraftField, string> = {
    title: t`제목`,
    community: t`공동체 이름`,
    category: t`분야`,
    text: t`글`,
    ask: t`신청 금액`,
    costs: t`예산 표`,
  }
  const wrong = (Object.keys(names) as DraftField[]).filter(
    (field) => problems[field],
  )
  if (wrong.length === 0) return null
  return (
    <div
      className="notice notice--danger stack stack--tight"
      ref={box}
      role="group"
      tabIndex={-1}
      aria-labelledby="problems"
    >
      <h2 id="problems">
        <Plural value={wrong.length} other="고칠 곳이 #군데 있습니다" />
      </h2>
      <ul className="plain-list">
        {wrong.map((field) => (
          <li key={field}>
            <button
              className="button button--quiet"
              type="button"
              onClick={() => {
                focusWrong(field)
              }}
            >
              {names[field]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusWrong(field: DraftField): void {
  const wrong =
    field === 'costs'
      ? document.querySelector<HTMLElement>('.cost-line [aria-invalid="true"]')
      : document.getElementById(`proposal-${field}`)
  wrong?.focus()
}
