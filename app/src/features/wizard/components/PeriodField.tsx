/** A length of time: a number and its unit. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type Period, units } from '../draft/draft.ts'
import { Field } from './Field.tsx'

export type PeriodFieldProps = {
  path: string
  label: ReactNode
  hint: ReactNode
  value: Period
  onChange: (value: Period) => void
}

export function PeriodField(props: PeriodFieldProps) {
  const { hint, label, onChange, path, value } = props
  const { t } = useLingui()
  const names = { days: t`일`, hours: t`시간`, minutes: t`분`, seconds: t`초` }
  return (
    <Field path={path} label={label} hint={hint}>
      {(given) => (
        <div className="row wizard-period">
          <input
            {...given}
            inputMode="numeric"
            autoComplete="off"
            value={value.amount}
            onChange={(event) => {
              onChange({ ...value, amount: event.target.value })
            }}
          />
          <select
            aria-label={t`단위`}
            value={value.unit}
            onChange={(event) => {
              const unit = units.find((one) => one === event.target.value)
              if (unit) onChange({ ...value, unit })
            }}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {names[unit]}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  )
}
