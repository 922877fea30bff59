/** Why a document is not shown: it is another, deleted, missing, or out of reach. */
import { Trans } from '@lingui/react/macro'
import { DocumentNotShownError } from '../queries/documents.ts'
import { Notice } from './Notice.tsx'

export type DocumentFailureProps = { error: unknown; onRetry: () => void }

export function DocumentFailure({ error, onRetry }: DocumentFailureProps) {
  const problem =
    error instanceof DocumentNotShownError ? error.problem : 'unreachable'
  if (problem === 'deleted')
    return (
      <Notice>
        <p className="strong">
          <Trans>이 글은 삭제되었습니다.</Trans>
        </p>
        <p>
          <Trans>
            글을 지워도 공개 장부의 기록과 집계는 그대로이고, 다시 세어 볼 수
            있습니다.
          </Trans>
        </p>
      </Notice>
    )
  return (
    <Notice kind={problem === 'wrong' ? 'danger' : 'warn'} isAlert>
      <p className="strong">
        {problem === 'wrong' ? (
          <Trans>등록된 글과 달라 보여 드리지 않습니다.</Trans>
        ) : problem === 'missing' ? (
          <Trans>등록된 글이 중계자에 없습니다.</Trans>
        ) : (
          <Trans>중계자에 닿지 않아 글을 읽지 못했습니다.</Trans>
        )}
      </p>
      <p>
        <Trans>
          공개 장부에 적힌 확인값과 맞는 글만 보여 드립니다. 다른 중계자를
          정하면 거기서도 찾습니다.
        </Trans>
      </p>
      <div className="row">
        <button className="button" type="button" onClick={onRetry}>
          <Trans>다시 해 보기</Trans>
        </button>
        <a className="button button--quiet" href="#/settings">
          <Trans>다른 곳에서 받기</Trans>
        </a>
      </div>
    </Notice>
  )
}
