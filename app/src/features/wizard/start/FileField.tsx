/** A file that is read as text when it is chosen. */
import { type ReactNode, useId } from 'react'

export type FileFieldProps = {
  label: ReactNode
  accept: string
  onRead: (text: string) => void
  /** What is wrong with the last one. */
  problem: ReactNode
}

export function FileField(props: FileFieldProps) {
  const { accept, label, onRead, problem } = props
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again once it was mended.
          void file
            ?.text()
            .then(onRead)
            .finally(() => {
              target.value = ''
            })
        }}
      />
      <div className="field__error" id={`${id}-error`} role="alert">
        {problem}
      </div>
    </div>
  )
}
