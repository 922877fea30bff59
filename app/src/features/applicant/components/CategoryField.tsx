/** The category, where the round has some. */
import { Trans, useLingui } from '@lingui/react/macro'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useRound } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import type { FieldProps } from './fields.ts'
import { ProblemWords } from './ProblemWords.tsx'

export function CategoryField({ bounds, change, draft, problems }: FieldProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { text } = useRoundText(useRound().rules.document)
  if (bounds.categories.length === 0) return null
  const nameOf = (number: number) => {
    const found = text.categories.find((one) => one.number === number)
    return say(found?.name, language) || t`분야 ${number}`
  }
  return (
    <div className="field">
      <label htmlFor="proposal-category">
        <Trans>분야</Trans>
      </label>
      <select
        id="proposal-category"
        value={draft.category}
        aria-invalid={problems.category !== undefined}
        aria-describedby="proposal-category-error"
        onChange={({ target }) => {
          change({ category: Number(target.value) })
        }}
      >
        <option value={0}>{t`골라 주세요`}</option>
        {bounds.categories.map((number) => (
          <option key={number} value={number}>
            {nameOf(number)}
          </option>
        ))}
      </select>
      <ProblemWords
        id="proposal-category-error"
        problem={problems.category}
        bounds={bounds}
      />
    </div>
  )
}
