/** The seven steps that people see of a round's phases, and when each ends. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Phase } from '../../../../chain/enums.ts'
import type { Times } from '../../../../protocol/rules.ts'

export const steps = [
  'registration',
  'screening',
  'draw',
  'review',
  'opening',
  'objections',
  'confirmation',
] as const
export type Step = (typeof steps)[number]

export const stepNames: Readonly<Record<Step, MessageDescriptor>> = {
  registration: msg`모집`,
  screening: msg`자격 확인`,
  draw: msg`추첨`,
  review: msg`심사`,
  opening: msg`개표`,
  objections: msg`이의 신청`,
  confirmation: msg`확정`,
}

const stepOfPhase: Readonly<Partial<Record<Phase, Step>>> = {
  registration: 'registration',
  screening: 'screening',
  roll: 'draw',
  draw: 'draw',
  review: 'review',
  opening: 'opening',
  ranking: 'opening',
  objections: 'objections',
  answers: 'objections',
  confirmation: 'confirmation',
}

/** None once the round has ended, well or badly. */
export function stepOf(phase: Phase): Step | undefined {
  return stepOfPhase[phase]
}

/** Zero before the ranking. */
type Standing = { times: Times; rankedAt: number }

/** When the step ends by the rules; undefined where no time is set for it. */
export function endOfStep(
  step: Step,
  { rankedAt, times }: Standing,
): number | undefined {
  switch (step) {
    case 'registration':
      return times.registerUntil
    case 'screening':
      return times.rosterBy
    case 'draw':
      return times.reviewFrom
    case 'review':
      return times.close
    case 'opening':
      return rankedAt > 0 ? rankedAt : times.openUntil
    case 'objections':
      return rankedAt > 0
        ? rankedAt + times.objectionPeriod + times.answerPeriod
        : undefined
    case 'confirmation':
      return undefined
  }
}

/** When the phase that the round is in ends. */
export function endOfPhase(
  phase: Phase,
  standing: Standing,
  isDrawn: boolean,
): number | undefined {
  const { rankedAt, times } = standing
  if (phase === 'roll') return times.freezeBy
  if (phase === 'draw') return isDrawn ? times.reviewFrom : times.drawBy
  if (phase === 'objections') return rankedAt + times.objectionPeriod
  if (phase === 'ranking') return undefined
  const step = stepOf(phase)
  return step && endOfStep(step, standing)
}
