/** A date and time of this device's zone, with what it says in words. */
import type { ReactNode } from 'react'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Field } from './Field.tsx'
import { fromLocal, toLocal } from './localTime.ts'

export type MomentFieldProps = {
  path: string
  label: ReactNode
  hint: ReactNode
  value: number | null
  onChange: (value: number | null) => void
}

export function MomentField(props: MomentFieldProps) {
  const { hint, label, onChange, path, value } = props
  const { moment } = useFormats()
  return (
    <Field path={path} label={label} hint={hint}>
      {(given) => (
        <div className="row">
          <input
            {...given}
            className="wizard-moment"
            type="datetime-local"
            value={value === null ? '' : toLocal(value)}
            onChange={(event) => {
              onChange(fromLocal(event.target.value))
            }}
          />
          {value !== null && <span>{moment(value)}</span>}
        </div>
      )}
    </Field>
  )
}
