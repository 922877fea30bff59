/** Where a round stands: what `Phases.sol` answers, from the history alone. */
import type { Phase } from '../../chain/enums.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { RoundEvent } from './event.ts'

/** All that the phase depends on besides the time. */
export type Progress = {
  cancelled: boolean
  rosterStarted: boolean
  rosterFixed: boolean
  frozen: boolean
  blockStored: boolean
  drawn: boolean
  keyCame: boolean
  settled: number
  cast: Set<number>
  rankedAt: number
  confirmed: boolean
}

export function startProgress(): Progress {
  return {
    cancelled: false,
    rosterStarted: false,
    rosterFixed: false,
    frozen: false,
    blockStored: false,
    drawn: false,
    keyCame: false,
    settled: 0,
    cast: new Set(),
    rankedAt: 0,
    confirmed: false,
  }
}

/** Takes note of an event, in place. Who cast is for the caller to add. */
export function advance(progress: Progress, event: RoundEvent): void {
  if (event.name === 'RoundCancelled') progress.cancelled = true
  else if (event.name === 'RosterExtended') progress.rosterStarted = true
  else if (event.name === 'RosterFixed') progress.rosterFixed = true
  else if (event.name === 'Frozen') progress.frozen = true
  else if (event.name === 'DrawBlockStored') progress.blockStored = true
  else if (event.name === 'Drawn') progress.drawn = true
  else if (event.name === 'KeyCame') progress.keyCame = true
  else if (event.name === 'PageOpened')
    progress.settled += Number(event.args.counted + event.args.spoiled)
  else if (event.name === 'Ranked') progress.rankedAt = event.at.time
  else if (event.name === 'Confirmed') progress.confirmed = true
}

export function phaseAt(rules: Rules, progress: Progress, time: number): Phase {
  const { times } = rules
  if (progress.cancelled) return 'cancelled'
  if (!progress.rosterFixed) {
    if (time <= times.registerUntil) return 'registration'
    return time <= times.rosterBy ? 'screening' : 'lapsed'
  }
  if (!progress.frozen) return time <= times.freezeBy ? 'roll' : 'lapsed'
  if (!progress.drawn) return time <= times.drawBy ? 'draw' : 'lapsed'
  if (time < times.reviewFrom) return 'draw'
  if (time < times.close) return 'review'
  if (time <= times.openUntil) return 'opening'
  return phaseAfterOpening(rules, progress, time)
}

function phaseAfterOpening(
  { minOpened, times }: Rules,
  { keyCame, settled, cast, rankedAt, confirmed }: Progress,
  time: number,
): Phase {
  const tooFew = !keyCame && settled * 10_000 < cast.size * minOpened
  if (rankedAt === 0) return tooFew ? 'failed' : 'ranking'
  if (confirmed) return 'confirmed'
  const { objectionPeriod, answerPeriod } = times
  if (time <= rankedAt + objectionPeriod) return 'objections'
  return time <= rankedAt + objectionPeriod + answerPeriod
    ? 'answers'
    : 'confirmation'
}
