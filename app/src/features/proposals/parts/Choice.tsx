/** One of several, in a form. */
import type { ReactNode } from 'react'

export type ChoiceProps = {
  name: string
  label: ReactNode
  value: string | number | undefined
  /** Stands for no choice. */
  all?: string
  options: readonly { value: string | number; label: string }[]
}

export function Choice({ all, label, name, options, value }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ''}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
