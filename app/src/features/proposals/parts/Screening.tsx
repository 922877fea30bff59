/** What the screener decided, and why. */
import { Trans } from '@lingui/react/macro'
import type { Hash } from 'viem'
import { DocumentFailure } from '../../../components/DocumentFailure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Said } from '../../../components/Said.tsx'
import { readReasonText } from '../../../documents/roundDocument.ts'
import { useDocument } from '../../../queries/documents.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { State } from './State.tsx'

export function Screening({ proposal }: { proposal: ListedProposal }) {
  const { decision, reason } = proposal
  return (
    <section className="stack text-blocks" aria-labelledby="screening">
      <h2 id="screening">
        <Trans>자격 확인과 이유</Trans>
      </h2>
      <p>
        <State standing={decision} />
      </p>
      {decision === 'pending' && (
        <p>
          <Trans>아직 자격을 확인하지 않았습니다.</Trans>
        </p>
      )}
      {reason && <Reason digest={reason} />}
    </section>
  )
}

export function Reason({ digest }: { digest: Hash }) {
  const { data, error, refetch } = useDocument(digest)
  if (error)
    return <DocumentFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <p>
      <Said
        words={readReasonText(data.content)}
        otherwise={<Trans>이유 글이 비어 있습니다.</Trans>}
      />
    </p>
  )
}
