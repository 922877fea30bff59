/** Back to the page of the round, by its name. */
import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { Said } from './Said.tsx'
import type { Round } from '../queries/round.ts'
import { useRoundText } from '../queries/useRoundText.ts'

export function BackToNamedRound({
  round: { round, rules },
}: {
  round: Round
}) {
  const { text } = useRoundText(rules.document)
  return (
    <p className="no-print">
      <Link to="/r/$round" params={{ round }} className="back">
        <span aria-hidden="true">←&nbsp;</span>
        <Said words={text.name} otherwise={<Trans>회차</Trans>} />
      </Link>
    </p>
  )
}
