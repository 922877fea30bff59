/** One of several, each to be seen at once. */
import type { ReactNode } from 'react'

export type ChoicesProps<value extends string> = {
  name: string
  legend: ReactNode
  options: readonly { value: value; label: ReactNode; lang?: string }[]
  value: value
  onChange: (value: value) => void
}

export function Choices<value extends string>(props: ChoicesProps<value>) {
  const { legend, name, onChange, options, value } = props
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label className="choice" key={option.value} lang={option.lang}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value)
            }}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
