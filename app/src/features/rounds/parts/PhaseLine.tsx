/** The phase that a round is in, until when, and how long that is. */
import { Trans, useLingui } from '@lingui/react/macro'
import { phaseNames } from '../../../components/phaseNames.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useNow } from '../../../queries/head.ts'
import type { Round } from '../../../queries/round.ts'
import { useStanding } from '../standing.ts'
import { endOfPhase } from '../steps.ts'

export function PhaseLine({ round }: { round: Round }) {
  const { i18n } = useLingui()
  const { moment, span } = useFormats()
  const standing = useStanding(round)
  const now = useNow()
  const { phase, rules } = round
  const name = i18n._(phaseNames[phase])
  const until = endOfPhase(
    phase,
    { times: rules.times, rankedAt: standing.rankedAt },
    standing.isDrawn,
  )
  if (until === undefined || until <= now)
    return (
      <p className="lead now">
        <Trans>
          지금: <strong>{name}</strong>
        </Trans>
      </p>
    )
  return (
    <p className="lead now">
      <Trans>
        지금: <strong>{name}</strong> · {moment(until)}까지 ·{' '}
        {span(until - now)} 남음
      </Trans>
    </p>
  )
}
