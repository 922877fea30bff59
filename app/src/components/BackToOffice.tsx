/** The way back to the list of duties. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Address } from 'viem'

export function BackToOffice({ round }: { round: Address }) {
  return (
    <p className="no-print">
      <Link to="/r/$round/office" params={{ round }} className="back">
        ← <Trans>담당 업무</Trans>
      </Link>
    </p>
  )
}
