/** What officials did with tickets and contacts: a log that only grows. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Desk } from '../../../relayer/registrar.ts'
import { actsQuery } from '../api/retentionQueries.ts'
import { nameOfAct } from '../actNames.ts'

const most = 100

export function ActLog({ desk }: { desk: Desk }) {
  const { i18n } = useLingui()
  const { moment } = useFormats()
  const { data } = useQuery(actsQuery(desk))
  if (!data) return null
  return (
    <section className="stack" aria-labelledby="log">
      <h2 id="log">
        <Trans>중계자의 기록</Trans>
      </h2>
      <ul className="lines">
        {data
          .slice(0, most)
          .map(({ act, detail, doneAt, number, reviewer }) => (
            <li key={number} data-act={act}>
              {moment(doneAt)} · {i18n._(nameOfAct(act))}
              {reviewer !== null && <Trans> · 심사자 {reviewer}</Trans>}
              {detail !== null && ` · ${detail}`}
            </li>
          ))}
        {data.length > most && (
          <li>
            <Trans>그 밖에 {data.length - most}건</Trans>
          </li>
        )}
      </ul>
    </section>
  )
}
