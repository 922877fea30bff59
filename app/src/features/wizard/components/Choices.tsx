/** One of a few ways, each with what it means. */
import { type ReactNode, useId } from 'react'

export type Option<value extends string> = {
  value: value
  label: ReactNode
  hint?: ReactNode
}

export type ChoicesProps<value extends string> = {
  label: ReactNode
  value: value
  options: readonly Option<value>[]
  onChange: (value: value) => void
}

export function Choices<const value extends string>(
  props: ChoicesProps<value>,
) {
  const { label, onChange, options, value } = props
  const name = useId()
  return (
    <fieldset className="stack stack--tight">
      <legend>{label}</legend>
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value)
            }}
          />
          <span>
            {option.label}
            {option.hint !== undefined && (
              <span className="field__hint"> · {option.hint}</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
