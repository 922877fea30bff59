/** Which step of the end is done, due, to come, or never will be. */
import type { Phase } from '../../../../../chain/enums.ts'
import type { Result } from '../../../queries/result.ts'
import type { Round } from '../../../queries/round.ts'
import type { StepMark } from '../../acts/components/StepItem.tsx'
import type { FinishState } from './finishState.ts'

export type FinishMarks = Readonly<
  Record<'draw' | 'shares' | 'open' | 'rank' | 'decide' | 'publish', StepMark>
>

const over: readonly Phase[] = ['cancelled', 'lapsed', 'failed']

export function marksOf(
  { phase, rules }: Round,
  { draw, keyCame, time }: FinishState,
  { confirmation, ranking }: Result,
): FinishMarks {
  const isOver = over.includes(phase)
  const later: StepMark = isOver ? 'never' : 'next'
  const isOpening = phase === 'opening'
  const isReleaseOver = time > rules.times.releaseUntil
  const hasOpened = ranking !== null || phase === 'ranking'
  const shares: StepMark = keyCame
    ? 'done'
    : isReleaseOver
      ? 'never'
      : isOpening
        ? 'now'
        : later
  return {
    shares,
    draw: draw.isDrawn ? 'done' : phase === 'draw' ? 'now' : later,
    open: hasOpened
      ? 'done'
      : isOpening && (keyCame || isReleaseOver)
        ? 'now'
        : later,
    rank: ranking ? 'done' : phase === 'ranking' ? 'now' : later,
    decide: confirmation ? 'done' : ranking ? 'now' : later,
    publish: confirmation ? 'now' : later,
  }
}
