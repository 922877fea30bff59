/** The half that the draw put a proposal in: told by word and hatch, not by hue. */
import { Trans } from '@lingui/react/macro'

export function Half({ half }: { half: 0 | 1 }) {
  return (
    <span className="half">
      <span
        className={half === 0 ? 'half__mark furrows-a' : 'half__mark furrows-b'}
        aria-hidden="true"
      />
      {half === 0 ? <Trans>가 조</Trans> : <Trans>나 조</Trans>}
    </span>
  )
}
