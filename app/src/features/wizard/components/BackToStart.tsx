/** The way back to all drafts. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'

export function BackToStart() {
  return (
    <p>
      <Link to="/new" className="back">
        ← <Trans>초안 목록</Trans>
      </Link>
    </p>
  )
}
