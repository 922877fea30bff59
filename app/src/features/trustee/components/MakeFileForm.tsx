/** A new file: its passphrase, twice, and how well it would hold. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type SubmitEvent, useId, useState } from 'react'
import { strengthOf } from '../api/strength.ts'
import { FileTrouble } from './FileTrouble.tsx'
import { PassphraseStrength } from './PassphraseStrength.tsx'

export type MakeFileFormProps = {
  onMake: (passphrase: string) => Promise<void>
}

export function MakeFileForm({ onMake }: MakeFileFormProps) {
  const { t } = useLingui()
  const id = useId()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [problems, setProblems] = useState({ first: '', second: '' })
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isBusy) return
    const isShort = strengthOf(first) === 'tooShort'
    const found = {
      first: isShort ? t`8자 이상으로 적어 주세요.` : '',
      second: first === second ? '' : t`두 암호가 다릅니다.`,
    }
    setProblems(found)
    if (found.first !== '' || found.second !== '') return
    setIsBusy(true)
    setError(undefined)
    try {
      await onMake(first)
    } catch (thrown) {
      setError(thrown)
      setIsBusy(false)
    }
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={`${id}-first`}>
          <Trans>새 파일 암호</Trans>
        </label>
        <p className="field__hint" id={`${id}-hint`}>
          <Trans>
            서로 상관없는 낱말 네다섯 개가 좋습니다. 종이에 적어 파일과 다른
            곳에 두세요. 잊으면 아무도 되찾아 줄 수 없습니다.
          </Trans>
        </p>
        <input
          id={`${id}-first`}
          type="password"
          autoComplete="new-password"
          value={first}
          aria-invalid={problems.first !== ''}
          aria-describedby={`${id}-hint ${id}-strength ${id}-first-error`}
          onChange={({ target }) => {
            setFirst(target.value)
          }}
        />
        <p id={`${id}-strength`} aria-live="polite">
          <PassphraseStrength passphrase={first} />
        </p>
        <p className="field__error" id={`${id}-first-error`}>
          {problems.first}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-second`}>
          <Trans>한 번 더</Trans>
        </label>
        <input
          id={`${id}-second`}
          type="password"
          autoComplete="new-password"
          value={second}
          aria-invalid={problems.second !== ''}
          aria-describedby={`${id}-second-error`}
          onChange={({ target }) => {
            setSecond(target.value)
          }}
        />
        <p className="field__error" id={`${id}-second-error`}>
          {problems.second}
        </p>
      </div>
      {error !== undefined && <FileTrouble error={error} />}
      <div role="status">
        {isBusy && <Trans>비밀을 만들고 파일로 잠그는 중…</Trans>}
      </div>
      <p>
        <button
          className="button button--main"
          type="submit"
          aria-busy={isBusy}
        >
          <Trans>비밀 만들고 파일 저장하기</Trans>
        </button>
      </p>
    </form>
  )
}
