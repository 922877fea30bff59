/** An act in the log: what, when, what was published about it, and the proof. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Hash } from 'viem'
import { DocumentFailure } from '../../../components/DocumentFailure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Proof } from '../../../components/Proof.tsx'
import { Said } from '../../../components/Said.tsx'
import { readReasonText } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useDocument } from '../../../queries/documents.ts'
import { Digest } from '../parts/Digest.tsx'
import type { Act } from './acts.ts'
import { documentOf } from './documentOf.ts'

export type ActItemProps = {
  act: Act
  sentence: string
  time: number | undefined
}

export function ActItem({ act, sentence, time }: ActItemProps) {
  const { moment } = useFormats()
  const digest = documentOf(act)
  return (
    <>
      <p className="quiet">{time === undefined ? '…' : moment(time)}</p>
      <p>{sentence}</p>
      {digest && <ActDocument digest={digest} />}
      <Proof>
        <dl className="facts">
          <dt>
            <Trans>블록</Trans>
          </dt>
          <dd>{String(act.blockNumber)}</dd>
          <dt>
            <Trans>거래</Trans>
          </dt>
          <dd>
            <Digest value={act.transactionHash} />
          </dd>
          <dt>
            <Trans>기록 이름</Trans>
          </dt>
          <dd>
            <code>{act.eventName}</code>
          </dd>
        </dl>
      </Proof>
    </>
  )
}

/** Read only when somebody opens it. */
function ActDocument({ digest }: { digest: Hash }) {
  const [isOpen, setIsOpen] = useState(false)
  const { data, error, refetch } = useDocument(isOpen ? digest : undefined)
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) setIsOpen(true)
      }}
    >
      <summary>
        <Trans>함께 공개한 글 보기</Trans>
      </summary>
      {error ? (
        <DocumentFailure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <p>
          <Said
            words={readReasonText(data.content)}
            otherwise={<Trans>글이 비어 있습니다.</Trans>}
          />
        </p>
      ) : (
        <Loading />
      )}
    </details>
  )
}
