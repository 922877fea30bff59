/** In one line: what was sent last from here, and which ballot counts. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../../components/Notice.tsx'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { useKeptBallots, useLastVersion } from '../api/useStanding.ts'

export function Standing({ heldKey }: { heldKey: HeldKey }) {
  const { round } = heldKey
  const last = useLastVersion(heldKey).data
  const [latest] = useKeptBallots(heldKey)
  const version = latest?.version ?? 0
  if (last === undefined || (version === 0 && last === 0)) return null
  return (
    <Notice kind={version > last ? 'warn' : 'plain'}>
      <p>
        {version > last ? (
          latest?.sentBy ? (
            <Trans>{version}번째 심사표를 보냈고, 기록을 기다립니다.</Trans>
          ) : (
            <Trans>{version}번째 심사표를 아직 보내지 못했습니다.</Trans>
          )
        ) : version < last && version > 0 ? (
          <Trans>
            다른 기기에서 다시 보냈습니다. {last}번째 심사표를 셉니다.
          </Trans>
        ) : (
          <Trans>{last}번째 심사표가 기록되어 있습니다.</Trans>
        )}{' '}
        <Link to="/r/$round/review/sent" params={{ round }}>
          <Trans>자세히</Trans>
        </Link>
      </p>
    </Notice>
  )
}
