/** A file from the disk and its passphrase: read when it is pressed. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, type SubmitEvent, useId, useState } from 'react'
import type { OpenedFile } from '../api/openedFile.ts'
import { readTrusteeFile } from '../api/readFile.ts'
import { FileTrouble } from './FileTrouble.tsx'

export type FilePassphraseFormProps = {
  label: ReactNode
  /** The one filled button of the page. */
  isMain: boolean
  onRead: (file: OpenedFile) => void
}

export function FilePassphraseForm(props: FilePassphraseFormProps) {
  const { isMain, label, onRead } = props
  const { t } = useLingui()
  const id = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [missing, setMissing] = useState('')
  const [error, setError] = useState<unknown>()
  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const data = new FormData(event.currentTarget)
    const file = data.get('file')
    const typed = data.get('passphrase')
    const passphrase = typeof typed === 'string' ? typed : ''
    setError(undefined)
    if (!(file instanceof File) || file.size === 0) {
      setMissing(t`파일을 고르세요.`)
      return
    }
    setMissing('')
    setIsBusy(true)
    try {
      onRead(await readTrusteeFile(file, passphrase))
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={`${id}-file`}>
          <Trans>열쇠지기 파일 (.age)</Trans>
        </label>
        <input
          id={`${id}-file`}
          name="file"
          type="file"
          accept=".age,.txt"
          aria-invalid={missing !== ''}
          aria-describedby={`${id}-missing`}
        />
        <p className="field__error" id={`${id}-missing`}>
          {missing}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-passphrase`}>
          <Trans>파일 암호</Trans>
        </label>
        <input
          id={`${id}-passphrase`}
          name="passphrase"
          type="password"
          autoComplete="off"
        />
      </div>
      {error !== undefined && <FileTrouble error={error} />}
      <div role="status">
        {isBusy && <Trans>파일을 여는 중… 몇 초 걸립니다.</Trans>}
      </div>
      <p>
        <button
          className={isMain ? 'button button--main' : 'button'}
          type="submit"
          aria-busy={isBusy}
        >
          {label}
        </button>
      </p>
    </form>
  )
}
