/** The way back to the round, or to the own list. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRoundAddress } from '../../../queries/round.ts'

export function BackToRound() {
  const round = useRoundAddress()
  return (
    <p className="no-print">
      <Link to="/r/$round" params={{ round }}>
        <Trans>← 회차</Trans>
      </Link>
    </p>
  )
}

export function BackToList() {
  const round = useRoundAddress()
  return (
    <p className="no-print">
      <Link to="/r/$round/review" params={{ round }}>
        <Trans>← 심사 목록</Trans>
      </Link>
    </p>
  )
}
