/** Back to the page of the list that one came from. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { lastSearch } from '../search.ts'

export function BackToList({ round }: { round: string }) {
  return (
    <p className="no-print">
      <Link
        to="/r/$round/p"
        params={{ round }}
        search={lastSearch(round)}
        className="back"
      >
        <span aria-hidden="true">←&nbsp;</span>
        <Trans>제안 목록</Trans>
      </Link>
    </p>
  )
}
