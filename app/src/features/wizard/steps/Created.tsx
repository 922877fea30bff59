/** The round stands on the chain: where it is, and whether its document is published. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useConfig } from '../../../config/useConfig.ts'
import { useBroughtDocument } from '../api/useBroughtDocument.ts'
import type { Attempt } from '../draft/draft.ts'

export function Created({ attempt }: { attempt: Attempt }) {
  const { round } = attempt
  return (
    <section className="done stack stack--tight" role="status">
      <h2>
        <span aria-hidden="true">✓ </span>
        <Trans>회차를 만들었습니다</Trans>
      </h2>
      <p>
        <code>{round}</code>
      </p>
      <p>
        <Link className="back" to="/r/$round" params={{ round }}>
          <Trans>회차로 가기</Trans>
        </Link>
      </p>
      <DocumentState attempt={attempt} />
    </section>
  )
}

function DocumentState({ attempt }: { attempt: Attempt }) {
  const { relayers } = useConfig()
  const { data, isFetching, refetch } = useBroughtDocument(attempt)
  if (relayers.length === 0)
    return (
      <p>
        <Trans>
          정해진 중계자가 없습니다. 아래의 회차 문서를 저장해 중계자에게
          전하세요.
        </Trans>
      </p>
    )
  if (!data)
    return (
      <p>
        <Trans>회차 문서를 중계자에 올리는 중입니다…</Trans>
      </p>
    )
  const failed = data.filter(({ problem }) => problem !== undefined)
  if (failed.length === 0)
    return (
      <p>
        <Trans>회차 문서를 중계자에 올렸습니다.</Trans>
      </p>
    )
  return (
    <>
      <p>
        <Trans>
          회차 문서를 아직 올리지 못했습니다. 문서는 이 초안에 그대로 있고, 열어
          두면 다시 해 봅니다.
        </Trans>
      </p>
      <p>
        <button
          className="button"
          type="button"
          aria-busy={isFetching}
          onClick={() => void refetch()}
        >
          <Trans>지금 다시 올리기</Trans>
        </button>
      </p>
    </>
  )
}
