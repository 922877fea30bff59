/** What happened, what is safe, what to do next, and a code for the phone. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { BaseError } from '../../../protocol/errors.ts'

export type FailureProps = {
  error: unknown
  /** What people read first; the usual is that the ledger cannot be reached. */
  children?: ReactNode
  onRetry?: (() => void) | undefined
}

export function Failure({ children, error, onRetry }: FailureProps) {
  return (
    <div className="notice notice--danger stack" role="alert">
      {children ?? (
        <p className="strong">
          <Trans>공개 장부에 닿지 않습니다.</Trans>
        </p>
      )}
      <p>
        <Trans>이 기기에 저장된 것은 그대로 있습니다.</Trans>
      </p>
      <div className="row">
        {onRetry && (
          <button className="button" type="button" onClick={onRetry}>
            <Trans>다시 해 보기</Trans>
          </button>
        )}
        <a className="button button--quiet" href="#/settings">
          <Trans>다른 노드 쓰기</Trans>
        </a>
      </div>
      <details>
        <summary>
          <Trans>문의할 때 읽어 줄 내용</Trans>
        </summary>
        <code>{describe(error)}</code>
      </details>
    </div>
  )
}

function describe(error: unknown): string {
  if (error instanceof BaseError) return `${error.name}: ${error.shortMessage}`
  if (error instanceof Error) return `${error.name}: ${error.message}`
  return String(error)
}
