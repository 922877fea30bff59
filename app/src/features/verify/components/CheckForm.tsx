/** One field for whatever names a ballot, and the other ways: file, code, own key. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type SubmitEvent, useId, useRef, useState } from 'react'
import { useKeysOfRound } from '../../../keys/useHeldKeys.ts'
import { useRound } from '../../../queries/round.ts'
import { type Asked, parseAsked } from '../api/asked.ts'
import { createQrReader } from '../api/qrReader.ts'
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
  const [wrong, setWrong] = useState<'text' | 'picture'>()
  const input = useRef<HTMLInputElement>(null)
  const take = (found: string) => {
    const asked = parseAsked(found)
    setWrong(asked ? undefined : 'text')
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
          aria-invalid={wrong === 'text'}
          aria-describedby={`${id}-hint ${id}-error`}
          onChange={({ target }) => {
            setText(target.value)
          }}
        />
        <p className="field__error" id={`${id}-error`} role="alert">
          {wrong === 'text' &&
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
          <ReceiptFile
            isUnread={wrong === 'picture'}
            onText={take}
            onUnread={() => {
              setWrong('picture')
              onAsk(undefined)
            }}
          />
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

type ReceiptFileProps = {
  /** A picture was chosen in which no code is seen. */
  isUnread: boolean
  onText: (text: string) => void
  onUnread: () => void
}

function ReceiptFile({ isUnread, onText, onUnread }: ReceiptFileProps) {
  const id = useId()
  const { t } = useLingui()
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>접수증 파일이나 QR 그림</Trans>
      </label>
      <input
        id={id}
        type="file"
        accept=".json,application/json,image/*"
        aria-invalid={isUnread}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (!file) return
          void readText(file).then(onText, onUnread)
          target.value = '' // The same file, chosen again, is read again.
        }}
      />
      <p className="field__error" id={`${id}-error`} role="alert">
        {isUnread &&
          t`그림에서 QR을 찾지 못했습니다. QR이 크고 또렷하게 나온 그림을 골라 주세요.`}
      </p>
    </div>
  )
}

/** Of a picture, what its code says; rejects where none is seen. */
async function readText(file: File): Promise<string> {
  if (!file.type.startsWith('image/')) return file.text()
  const reader = await createQrReader()
  const [code] = await reader.detect(await createImageBitmap(file))
  if (!code) throw new Error(`no QR code in ${file.name}`)
  return code.rawValue
}
