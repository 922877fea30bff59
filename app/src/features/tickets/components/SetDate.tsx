/** The day on which contact data go: in the future, and then only ever earlier. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { fromZoned } from '../../../hooks/zonedTime.ts'
import { useNow } from '../../../queries/head.ts'
import type { Desk } from '../../../relayer/registrar.ts'
import { setRetention } from '../../../relayer/retention.ts'
import { retentionQuery } from '../api/retentionQueries.ts'
import { useWork } from '../api/useWork.ts'
import { checkDate } from '../checkDate.ts'

export function SetDate({ desk }: { desk: Desk }) {
  const id = useId()
  const { relayer } = desk.session
  const { data } = useQuery(retentionQuery(relayer, desk.round))
  const [text, setText] = useState('')
  const now = useNow()
  const work = useWork<true>()
  if (!data || data.deletedAt !== null) return null
  const at = fromZoned(text) ?? NaN
  const fault = checkDate(at, data.deleteAt, now)
  async function set() {
    if (fault) return
    await work.run(async () => {
      await setRetention(desk, at)
      return true as const
    })
  }
  return (
    <section className="stack" aria-labelledby="date">
      <h2 id="date">
        <Trans>지울 날 정하기</Trans>
      </h2>
      <div className="field">
        <label htmlFor={id}>
          <Trans>지울 때</Trans>
        </label>
        <p className="field__hint" id={`${id}-hint`}>
          <Trans>
            한국 시간으로, 두 해 안으로 정하세요. 한 번 정하면 앞당길 수만 있고
            미룰 수는 없습니다.
          </Trans>
        </p>
        <input
          id={id}
          type="datetime-local"
          value={text}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={text !== '' && fault !== undefined}
          onChange={({ target }) => {
            setText(target.value)
          }}
        />
        <p className="field__error" id={`${id}-error`}>
          {text !== '' && <Fault fault={fault} />}
        </p>
      </div>
      {work.error !== undefined && <KeyTrouble error={work.error} />}
      <p>
        <button
          className="button"
          type="button"
          aria-busy={work.isBusy}
          aria-disabled={fault !== undefined}
          onClick={() => void set()}
        >
          <Trans>지울 날 정하기</Trans>
        </button>
      </p>
      {work.result && (
        <p role="status" className="strong">
          <Trans>정했습니다.</Trans>
        </p>
      )}
    </section>
  )
}

function Fault({ fault }: { fault: ReturnType<typeof checkDate> }) {
  switch (fault) {
    case 'none':
      return <Trans>날짜와 시각을 모두 적으세요.</Trans>
    case 'past':
      return <Trans>지난 때입니다. 앞으로의 때를 적으세요.</Trans>
    case 'late':
      return <Trans>두 해보다 멉니다. 두 해 안으로 적으세요.</Trans>
    case 'putOff':
      return <Trans>이미 정한 날보다 늦습니다. 더 이른 때를 적으세요.</Trans>
    case undefined:
      return null
  }
}
