/** What the proposal asks for. */
import { Trans } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import { parseAmount } from '../api/toDocument.ts'
import type { FieldProps } from './fields.ts'
import { ProblemWords } from './ProblemWords.tsx'

export function AskField({ bounds, change, draft, problems }: FieldProps) {
  const { money } = useFormats()
  const ask = parseAmount(draft.ask)
  return (
    <div className="field">
      <label htmlFor="proposal-ask">
        {bounds.budget > 0n ? (
          <Trans>신청 금액</Trans>
        ) : (
          <Trans>신청 금액 (없으면 비워 두세요)</Trans>
        )}
      </label>
      <input
        id="proposal-ask"
        inputMode="numeric"
        autoComplete="off"
        value={draft.ask}
        aria-invalid={problems.ask !== undefined}
        aria-describedby="proposal-ask-read proposal-ask-error"
        onChange={({ target }) => {
          change({ ask: target.value })
        }}
      />
      <p id="proposal-ask-read" className="field__hint">
        {ask !== undefined && money(ask, bounds.currency)}
      </p>
      <ProblemWords
        id="proposal-ask-error"
        problem={problems.ask}
        bounds={bounds}
      />
    </div>
  )
}
