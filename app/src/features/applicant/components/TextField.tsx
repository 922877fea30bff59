/** One field of words: a line, or a text of several paragraphs. */
import { ProblemWords } from './ProblemWords.tsx'
import type { FieldProps } from './fields.ts'

export type TextFieldProps = FieldProps & {
  name: 'title' | 'community' | 'region' | 'text'
  label: string
  hint?: string
  isLong?: boolean
}

export function TextField(props: TextFieldProps) {
  const { bounds, change, draft, hint, isLong, label, name, problems } = props
  const problem = name === 'region' ? undefined : problems[name]
  const id = `proposal-${name}`
  const field = {
    ...{ id, name, value: draft[name] },
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-hint ${id}-error`,
    onChange: (event: { target: { value: string } }) => {
      change({ [name]: event.target.value })
    },
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      {isLong ? (
        <textarea {...field} rows={12} />
      ) : (
        <input {...field} maxLength={200} autoComplete="off" />
      )}
      <ProblemWords id={`${id}-error`} problem={problem} bounds={bounds} />
    </div>
  )
}
