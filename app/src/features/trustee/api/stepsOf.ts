/** How far all trustees are together: of each step, who is missing and until when. */
import type { TrusteeView } from '../../../../../chain/trustee/trusteeView.ts'
import { isAlone } from '../../../../../protocol/keyPackage.ts'
import type { StepMark } from '../../acts/components/StepItem.tsx'

export type StepName =
  'packages' | 'shares' | 'confirmations' | 'lottery' | 'ballot'

export type CommonStep = {
  name: StepName
  mark: StepMark
  /** Numbers of the trustees. */
  missing: readonly number[]
  done: number
  /** How many have to do it. */
  needed: number
  /** Unix time. */
  from?: number
  until: number
}

export function stepsOf(view: TrusteeView): CommonStep[] {
  const { attempt } = view.generation
  const steps = [
    ...(isAlone(attempt)
      ? [ofKeys(view, 'packages')]
      : [ofKeys(view, 'packages'), ofKeys(view, 'shares')]),
    ofKeys(view, 'confirmations'),
    ofRelease(view, 'lottery'),
    ofRelease(view, 'ballot'),
  ]
  return markFirst(steps, view)
}

function ofKeys(
  { generation, keys, times }: TrusteeView,
  name: 'packages' | 'shares' | 'confirmations',
): CommonStep {
  const { trustees } = generation.attempt
  const confirmed = generation.confirmations.map(({ trustee }) => trustee)
  const hasDone = (number: number) =>
    keys !== undefined ||
    (name === 'confirmations'
      ? confirmed.includes(number)
      : generation[name][number - 1] !== undefined)
  const missing = numbersTo(trustees.length).filter((one) => !hasDone(one))
  return {
    name,
    missing,
    mark: missing.length === 0 ? 'done' : 'next',
    done: trustees.length - missing.length,
    needed: trustees.length,
    until: times.freezeBy,
  }
}

function ofRelease(
  { generation, isDrawn, keyCame, released, threshold, times }: TrusteeView,
  name: 'lottery' | 'ballot',
): CommonStep {
  const done = released[name]
  const count = generation.attempt.trustees.length
  const isDone = name === 'lottery' ? isDrawn : keyCame
  const isEnough = isDone || done.length >= threshold
  return {
    name,
    missing: numbersTo(count).filter((one) => !done.includes(one)),
    mark: isEnough ? 'done' : 'next',
    done: done.length,
    needed: threshold,
    ...(name === 'ballot' ? { from: times.releaseFrom } : {}),
    until: name === 'lottery' ? times.drawBy : times.releaseUntil,
  }
}

/** The first that is not done is due, if it still can be. */
function markFirst(
  steps: readonly CommonStep[],
  { phase }: TrusteeView,
): CommonStep[] {
  const isOver = !workingPhases.includes(phase)
  const first = steps.findIndex(({ mark }) => mark === 'next')
  return steps.map((step, index) => {
    if (step.mark === 'done') return step
    if (isOver) return { ...step, mark: 'never' }
    return index === first ? { ...step, mark: 'now' } : step
  })
}

const workingPhases: readonly TrusteeView['phase'][] = [
  'registration',
  'screening',
  'roll',
  'draw',
  'review',
  'opening',
]

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
