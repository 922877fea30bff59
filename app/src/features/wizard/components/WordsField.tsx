/** Words in Korean and in English, one beside the other. */
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import type { Both } from '../draft/draft.ts'
import { FieldProblems } from './FieldProblems.tsx'

export type WordsFieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** Where something can be wrong with it. */
  path?: string
  isLong?: boolean
  value: Both
  onChange: (value: Both) => void
}

export function WordsField(props: WordsFieldProps) {
  const { hint, isLong, label, onChange, path, value } = props
  const id = useId()
  const field = (language: 'ko' | 'en', name: ReactNode) => {
    const given = {
      id: `${id}-${language}`,
      lang: language,
      value: value[language],
      'aria-describedby': `${id}-error`,
      onChange: (event: { target: { value: string } }) => {
        onChange({ ...value, [language]: event.target.value })
      },
    }
    return (
      <div className="field">
        <label htmlFor={given.id}>{name}</label>
        {isLong ? <textarea rows={4} {...given} /> : <input {...given} />}
      </div>
    )
  }
  return (
    <fieldset className="stack stack--tight">
      <legend>{label}</legend>
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      <div className="wizard-pair">
        {field('ko', <Trans>한국어</Trans>)}
        {field('en', <Trans>영어 (없어도 됩니다)</Trans>)}
      </div>
      {path !== undefined && <FieldProblems id={`${id}-error`} path={path} />}
    </fieldset>
  )
}
