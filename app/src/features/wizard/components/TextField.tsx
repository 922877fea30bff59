/** A field of one line: a number, an address, an amount. */
import type { ReactNode } from 'react'
import { Field } from './Field.tsx'

export type TextFieldProps = {
  path: string
  label: ReactNode
  hint?: ReactNode
  value: string
  isNumber?: boolean
  onChange: (value: string) => void
}

export function TextField(props: TextFieldProps) {
  const { hint, isNumber, label, onChange, path, value } = props
  return (
    <Field path={path} label={label} hint={hint}>
      {(given) => (
        <input
          {...given}
          className={isNumber ? 'wizard-number' : ''}
          inputMode={isNumber ? 'decimal' : 'text'}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
