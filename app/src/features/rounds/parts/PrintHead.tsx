/** On paper only: which round this is, as of which block, and where it is recounted. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Said } from '../../../components/Said.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { headQuery } from '../../../queries/head.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import '../rounds.css'

const QrCode = lazy(async () => {
  const { QrCode } = await import('../../../components/QrCode.tsx')
  return { default: QrCode }
})

export function PrintHead({ round }: { round: Round }) {
  const { text } = useRoundText(round.rules.document)
  const { data: head } = useQuery(headQuery(useNode()))
  const { moment, number } = useFormats()
  const recount = addressOf(`#/r/${round.round}/recount`)
  return (
    <div className="print-head print-only">
      <div>
        <p className="strong">
          <Said words={text.name} />
        </p>
        <p>{round.round}</p>
        {head && (
          <p>
            <Trans>
              블록 {number(head.number)} · {moment(head.timestamp)}
            </Trans>
          </p>
        )}
        <p>
          <Trans>다시 세기: {recount}</Trans>
        </p>
      </div>
      <Suspense>
        <QrCode text={recount} label={recount} />
      </Suspense>
    </div>
  )
}

function addressOf(hash: string): string {
  return new URL(hash, window.location.href).href
}
