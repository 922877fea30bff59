/** Which kind of acts is shown. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type ActKind, actKinds } from './kinds.ts'

const names: Readonly<Record<ActKind, MessageDescriptor>> = {
  round: msg`회차`,
  roles: msg`담당`,
  proposals: msg`제안`,
  roll: msg`명부와 고정`,
  keys: msg`열쇠지기`,
  draw: msg`추첨`,
  ballots: msg`심사표`,
  opening: msg`개표`,
  result: msg`순위와 확정`,
}

/** The router marks the link that leads to where one is. */
const exactly = { exact: true, includeSearch: true }

export function KindFilter({ round }: { round: string }) {
  const { i18n, t } = useLingui()
  return (
    <nav className="no-print" aria-label={t`어떤 기록`}>
      <ul className="kinds">
        <li>
          <Link to="/r/$round/log" params={{ round }} activeOptions={exactly}>
            <Trans>모두</Trans>
          </Link>
        </li>
        {actKinds.map((one) => (
          <li key={one}>
            <Link
              to="/r/$round/log"
              params={{ round }}
              search={{ kind: one }}
              activeOptions={exactly}
            >
              {i18n._(names[one])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
