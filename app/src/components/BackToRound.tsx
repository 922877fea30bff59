/** The way back to the round that a page belongs to. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Address } from 'viem'

export function BackToRound({ round }: { round: Address }) {
  return (
    <p className="no-print">
      <Link to="/r/$round" params={{ round }} className="back">
        ← <Trans>회차로 돌아가기</Trans>
      </Link>
    </p>
  )
}
