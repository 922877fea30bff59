/** One field for whatever names a ballot, and the other ways: file, code, own key. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type SubmitEvent, useId, useRef, useState } from 'react'
import { useKeysOfRound } from '../../../keys/useHeldKeys.ts'
import { useRound } from '../../../queries/round.ts'
import { type Asked, parseAsked } from '../api/asked.ts'
import { QrScan } from './QrScan.tsx'

export type CheckFormProps = {
  onAsk: (asked: Asked | undefined) => void
  /** What stands in the field at first. */
  first: string
}

export function CheckForm({ first, onAsk }: CheckFormProps) {
  const id = useId()
  const { t } = useLingui()
  const [text, setText] = useState(first)
  const [isWrong, setIsWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (found: string) => {
    const asked = parseAsked(found)
    setIsWrong(!asked)
    onAsk(asked)
    if (!asked) input.current?.focus()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    take(text)
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>
          <Trans>확인 번호</Trans>
        </label>
        <p className="field__hint" id={`${id}-hint`}>
          <Trans>
            보낸 뒤에 받은 열 글자입니다. 심사자 번호나 접수증 내용을 붙여
            넣어도 됩니다.
          </Trans>
        </p>
        <input
          ref={input}
          id={id}
          value={text}
          placeholder="7K2F-9QXM-4T"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={`${id}-hint ${id}-error`}
          onChange={({ target }) => {
            setText(target.value)
          }}
        />
        <p className="field__error" id={`${id}-error`} role="alert">
          {isWrong &&
            t`확인 번호가 아닙니다. 숫자와 영문자 열 글자를 확인해 주세요.`}
        </p>
      </div>
      <div>
        <button className="button button--main" type="submit">
          <Trans>확인하기</Trans>
        </button>
      </div>
      <OwnKeys onAsk={onAsk} />
      <details>
        <summary>
          <Trans>접수증 파일이나 QR로 찾기</Trans>
        </summary>
        <div className="stack">
          <ReceiptFile onText={take} />
          <QrScan onText={take} />
        </div>
      </details>
    </form>
  )
}

function OwnKeys({ onAsk }: Pick<CheckFormProps, 'onAsk'>) {
  const { round } = useRound()
  const keys = useKeysOfRound(round)
  return (
    keys.length > 0 && (
      <div className="row">
        {keys.map(({ reviewer }) => (
          <button
            key={reviewer}
            className="button"
            type="button"
            onClick={() => {
              onAsk({ kind: 'reviewer', reviewer })
            }}
          >
            <Trans>이 기기의 열쇠로 찾기: 심사자 {reviewer}번</Trans>
          </button>
        ))}
      </div>
    )
  )
}

function ReceiptFile({ onText }: { onText: (text: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>접수증 파일</Trans>
      </label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void file.text().then(onText)
        }}
      />
    </div>
  )
}
