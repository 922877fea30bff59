/** A text that everybody will read: written here, published as a document. */
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'

export type DocumentFieldProps = {
  label: ReactNode
  hint?: ReactNode
  value: string
  onChange: (text: string) => void
}

export function DocumentField(props: DocumentFieldProps) {
  const { hint, label, onChange, value } = props
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="field__hint" id={`${id}-hint`}>
        {hint}{' '}
        <Trans>
          누구나 읽습니다. 이름·전화번호 같은 개인정보를 쓰지 마세요. 쓰는 대로
          이 기기에 저장됩니다.
        </Trans>
      </p>
      <textarea
        id={id}
        rows={6}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
    </div>
  )
}
