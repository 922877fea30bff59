/** What the money is for, line by line; the sum is told at once. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import { sumOf } from '../api/checkDraft.ts'
import type { Draft } from '../api/draft.ts'
import type { FieldProps } from './fields.ts'
import { ProblemWords } from './ProblemWords.tsx'

export function CostFields({ bounds, change, draft, problems }: FieldProps) {
  const { money } = useFormats()
  const { costs } = draft
  const sum = money(sumOf(costs), bounds.currency)
  const set = (next: Draft['costs']) => {
    change({ costs: next })
  }
  return (
    <fieldset
      className="stack stack--tight"
      aria-describedby="proposal-costs-error"
    >
      <legend>
        <Trans>예산 표 (없어도 됩니다)</Trans>
      </legend>
      {costs.map((cost, index) => (
        <CostLine
          key={index}
          index={index}
          cost={cost}
          isWrong={problems.costs !== undefined}
          onChange={(changed) => {
            set(costs.map((one, at) => (at === index ? changed : one)))
          }}
          onRemove={() => {
            set(costs.filter((_, at) => at !== index))
          }}
        />
      ))}
      {costs.length > 0 && (
        <p>
          <Trans>합계 {sum}</Trans>
        </p>
      )}
      <ProblemWords
        id="proposal-costs-error"
        problem={problems.costs}
        bounds={bounds}
      />
      <p>
        <button
          className="button"
          type="button"
          onClick={() => {
            set([...costs, { item: '', amount: '' }])
          }}
        >
          <Trans>예산 줄 더하기</Trans>
        </button>
      </p>
    </fieldset>
  )
}

type CostLineProps = {
  index: number
  cost: Draft['costs'][number]
  isWrong: boolean
  onChange: (cost: Draft['costs'][number]) => void
  onRemove: () => void
}

function CostLine({ cost, index, isWrong, onChange, onRemove }: CostLineProps) {
  const { t } = useLingui()
  const place = index + 1
  const id = `proposal-cost-${place}`
  return (
    <div className="cost-line">
      <div className="field">
        <label htmlFor={`${id}-item`}>
          <Trans>무엇에 {place}</Trans>
        </label>
        <input
          id={`${id}-item`}
          value={cost.item}
          autoComplete="off"
          aria-invalid={isWrong}
          onChange={({ target }) => {
            onChange({ ...cost, item: target.value })
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-amount`}>
          <Trans>금액 {place}</Trans>
        </label>
        <input
          id={`${id}-amount`}
          value={cost.amount}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={isWrong}
          onChange={({ target }) => {
            onChange({ ...cost, amount: target.value })
          }}
        />
      </div>
      <button
        className="button button--quiet"
        type="button"
        aria-label={t`예산 ${place}번째 줄 지우기`}
        onClick={onRemove}
      >
        <Trans>지우기</Trans>
      </button>
    </div>
  )
}
