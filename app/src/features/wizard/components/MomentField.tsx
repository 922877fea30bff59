/** A date and time, with what it says in words. */
import type { ReactNode } from 'react'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Field } from './Field.tsx'
import { fromZoned, toZoned } from '../../../hooks/zonedTime.ts'

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
            value={value === null ? '' : toZoned(value)}
            onChange={(event) => {
              onChange(fromZoned(event.target.value))
            }}
          />
          {value !== null && <span>{moment(value)}</span>}
        </div>
      )}
    </Field>
  )
}
