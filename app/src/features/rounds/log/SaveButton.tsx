/** Saves all acts of these kinds, not only those that were read so far. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { readBlockTimes } from '../../../queries/blockTimes.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { Act } from './acts.ts'
import { documentOf } from './documentOf.ts'

export type SaveButtonProps = {
  readAll: () => Promise<readonly Act[]>
  sentenceOf: (act: Act) => string
}

export function SaveButton({ readAll, sentenceOf }: SaveButtonProps) {
  const { t } = useLingui()
  const node = useNode()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const save = async () => {
    setState('busy')
    try {
      const acts = await readAll()
      const blocks = acts.map(({ blockNumber }) => blockNumber)
      const times = await readBlockTimes(node, blocks)
      const { saveCsv } = await import('./saveCsv.ts')
      const rows = acts.map((act) => ({
        time: new Date((times.get(act.blockNumber) ?? 0) * 1000).toISOString(),
        event: act.eventName,
        sentence: sentenceOf(act),
        document: documentOf(act) ?? '',
        block: String(act.blockNumber),
        transaction: act.transactionHash,
      }))
      saveCsv('dure-log.csv', rows)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <p className="no-print row">
      <button
        className="button"
        type="button"
        onClick={() => {
          if (state !== 'busy') void save()
        }}
      >
        <Trans>표로 저장 (CSV)</Trans>
      </button>
      <span role="status">
        {state === 'busy' && t`기록을 모두 읽는 중입니다…`}
        {state === 'failed' && t`저장하지 못했습니다. 다시 눌러 주세요.`}
      </span>
    </p>
  )
}
