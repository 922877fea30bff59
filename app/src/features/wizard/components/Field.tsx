/** One labelled field with its hint and what is wrong with it. */
import { type ReactNode, useId } from 'react'
import { useWizard } from '../wizardContext.ts'
import { FieldProblems } from './FieldProblems.tsx'

export type FieldProps = {
  /** In the file of rules. */
  path: string
  label: ReactNode
  hint?: ReactNode
  children: (props: {
    id: string
    'aria-describedby': string
    'aria-invalid': boolean
  }) => ReactNode
}

export function Field({ children, hint, label, path }: FieldProps) {
  const id = useId()
  const { problemsAt } = useWizard()
  const isWrong = problemsAt(path).length > 0
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': `${id}-hint ${id}-error`,
        'aria-invalid': isWrong,
      })}
      <FieldProblems id={`${id}-error`} path={path} />
    </div>
  )
}
