/** The way back to the own list. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRoundAddress } from '../../../queries/round.ts'

export function BackToList() {
  const round = useRoundAddress()
  return (
    <p className="no-print">
      <Link to="/r/$round/review" params={{ round }} className="back">
        <Trans>← 심사 목록</Trans>
      </Link>
    </p>
  )
}
