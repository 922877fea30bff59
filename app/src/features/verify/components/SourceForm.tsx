/** Where the round is read from: a node that can be changed, or the file of a bundle. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type SubmitEvent, useId, useRef, useState } from 'react'
import type { VerifySource } from '../../../../../verifier/worker/messages.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useRound } from '../../../queries/round.ts'
import { BundleDrop } from './BundleDrop.tsx'

export type SourceFormProps = {
  onStart: (source: VerifySource) => void
  hasResult: boolean
}

export function SourceForm({ hasResult, onStart }: SourceFormProps) {
  const { node } = useConfig()
  const { round } = useRound()
  const [url, setUrl] = useState(node)
  const [isWrong, setIsWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const isRight = isNodeUrl(url)
    setIsWrong(!isRight)
    if (isRight) onStart({ kind: 'node', url: url.trim(), round })
    else input.current?.focus()
  }
  return (
    <form className="stack text no-print" noValidate onSubmit={submit}>
      <div>
        <button className="button button--main" type="submit">
          {hasResult ? <Trans>한 번 더 세기</Trans> : <Trans>다시 세기</Trans>}
        </button>
      </div>
      <details open={isWrong || undefined}>
        <summary>
          <Trans>다른 노드나 파일로 세기</Trans>
        </summary>
        <div className="stack">
          <NodeField
            url={url}
            setUrl={setUrl}
            isWrong={isWrong}
            input={input}
          />
          <BundleDrop onStart={onStart} />
        </div>
      </details>
    </form>
  )
}

type NodeFieldProps = {
  url: string
  setUrl: (url: string) => void
  isWrong: boolean
  input: React.RefObject<HTMLInputElement | null>
}

function NodeField({ input, isWrong, setUrl, url }: NodeFieldProps) {
  const id = useId()
  const { t } = useLingui()
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>노드 주소</Trans>
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        <Trans>
          공개 장부를 보여 주는 컴퓨터의 주소입니다. 이번에 셀 때만 쓰고
          저장하지 않습니다.
        </Trans>
      </p>
      <input
        ref={input}
        id={id}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={url}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={({ target }) => {
          setUrl(target.value)
        }}
      />
      <p className="field__error" id={`${id}-error`}>
        {isWrong && t`https://로 시작하는 주소를 적어 주세요.`}
      </p>
    </div>
  )
}

/** The page may ask nobody else; a local node needs no https. */
function isNodeUrl(text: string): boolean {
  try {
    const { hostname, protocol } = new URL(text.trim())
    const isLocal = ['localhost', '127.0.0.1'].includes(hostname)
    return protocol === 'https:' || (protocol === 'http:' && isLocal)
  } catch {
    return false
  }
}
