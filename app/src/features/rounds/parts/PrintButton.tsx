/** Prints the page as a record. */
import { Trans } from '@lingui/react/macro'

export function PrintButton() {
  return (
    <p className="no-print">
      <button
        className="button"
        type="button"
        onClick={() => {
          window.print()
        }}
      >
        <Trans>인쇄</Trans>
      </button>
    </p>
  )
}
