/** The address of a new wallet: what is wrong with it, or what to look at. */
import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import type { Recipient } from '../readRecipient.ts'

export type AddressFieldProps = {
  value: string
  read: Recipient
  isContract: boolean
  onChange: (text: string) => void
}

export function AddressField(props: AddressFieldProps) {
  const { isContract, onChange, read, value } = props
  const id = useId()
  const isWrong = read.kind !== 'good' && read.kind !== 'empty'
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>새 지갑의 주소</Trans>
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        <Trans>
          받을 사람이 자기 지갑에서 복사해 보낸 주소를 붙여 넣으세요. 0x로
          시작하고 42자입니다.
        </Trans>
      </p>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
      <p className="field__error" id={`${id}-error`}>
        <Wrong read={read} />
      </p>
      {read.kind === 'good' && !read.isChecked && (
        <p className="notice notice--warn">
          <Trans>
            대문자 검사가 없는 주소입니다. 한 글자만 틀려도 알 수 없으니 다시
            견주어 보세요.
          </Trans>
        </p>
      )}
      {isContract && (
        <p className="notice notice--warn">
          <Trans>
            계약 주소입니다. Safe처럼 직접 보낼 수 있는 지갑이 아니면 담당이
            묶여 아무도 일할 수 없게 됩니다.
          </Trans>
        </p>
      )}
    </div>
  )
}

function Wrong({ read }: { read: Recipient }) {
  switch (read.kind) {
    case 'malformed':
      return (
        <Trans>지갑 주소가 아닙니다. 0x와 숫자·영문 40자여야 합니다.</Trans>
      )
    case 'capitals':
      return (
        <Trans>
          대문자 자리가 맞지 않습니다. 글자가 바뀐 주소이니 다시 복사하세요.
        </Trans>
      )
    case 'nobody':
      return <Trans>아무도 아닌 주소입니다. 받을 지갑의 주소를 적으세요.</Trans>
    case 'holder':
      return <Trans>지금 담당의 주소입니다. 다른 지갑의 주소를 적으세요.</Trans>
    case 'empty':
    case 'good':
      return null
  }
}
