/** A round that ended otherwise than it should: why comes first. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Hash } from 'viem'
import { DocumentFailure } from '../../../components/DocumentFailure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Said } from '../../../components/Said.tsx'
import { readReasonText } from '../../../documents/roundDocument.ts'
import { useDocument } from '../../../queries/documents.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { cancellationQuery } from '../standing.ts'

export function Ended({ round }: { round: Round }) {
  if (round.phase === 'cancelled') return <Cancelled round={round} />
  if (round.phase === 'lapsed')
    return (
      <Notice kind="danger">
        <p className="strong">
          <Trans>기한이 지나 중단됐습니다.</Trans>
        </p>
        <p>
          <Trans>
            제안 확정, 고정, 추첨 가운데 하나가 규칙이 정한 때까지 끝나지
            않았습니다. 이 회차에서는 아무것도 더 할 수 없습니다.
          </Trans>
        </p>
      </Notice>
    )
  if (round.phase !== 'failed') return null
  return (
    <Notice kind="danger">
      <p className="strong">
        <Trans>심사표를 열지 못해 결과가 없습니다.</Trans>
      </p>
      <p>
        <Trans>
          열쇠지기들의 조각이 모자랐고, 스스로 연 심사표도 규칙이 정한 만큼 되지
          않았습니다.
        </Trans>
      </p>
    </Notice>
  )
}

function Cancelled({ round }: { round: Round }) {
  const { data: reason } = useQuery(cancellationQuery(useNode(), round))
  return (
    <Notice kind="danger">
      <p className="strong">
        <Trans>관리자가 이 회차를 취소했습니다.</Trans>
      </p>
      {reason && <Reason digest={reason} />}
    </Notice>
  )
}

function Reason({ digest }: { digest: Hash }) {
  const { data, error, refetch } = useDocument(digest)
  if (error)
    return <DocumentFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <p>
      <Said words={readReasonText(data.content)} />
    </p>
  )
}
