/** All steps of a round with their dates: done, under way, to come. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'
import { useStanding } from '../standing.ts'
import { endOfStep, type Step, stepNames, stepOf, steps } from '../steps.ts'

type Place = 'done' | 'now' | 'next' | 'never'

export function StepList({ round }: { round: Round }) {
  const { i18n } = useLingui()
  const { rankedAt } = useStanding(round)
  const current = stepOf(round.phase)
  const isBroken = current === undefined && round.phase !== 'confirmed'
  const standing = { times: round.rules.times, rankedAt }
  const placeOf = (index: number): Place => {
    if (isBroken) return 'never'
    if (current === undefined) return 'done'
    const at = steps.indexOf(current)
    return index < at ? 'done' : index === at ? 'now' : 'next'
  }
  return (
    <ol className="steps">
      {steps.map((step, index) => {
        const place = placeOf(index)
        return (
          <li
            key={step}
            {...(place === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <PlaceMark place={place} />
            <span>{i18n._(stepNames[step])}</span>
            <span className="steps__when">
              <When step={step} until={endOfStep(step, standing)} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function PlaceMark({ place }: { place: Place }) {
  const { t } = useLingui()
  const marks = {
    done: ['✓', t`끝남`],
    now: ['▶', t`지금`],
    next: ['', t`다음`],
    never: ['·', t`멈춤`],
  } as const
  const [mark, word] = marks[place]
  return (
    <span className="steps__mark">
      <span aria-hidden="true">{mark}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  )
}

function When({ step, until }: { step: Step; until: number | undefined }) {
  const { moment } = useFormats()
  if (until !== undefined) return <Trans>{moment(until)}까지</Trans>
  if (step === 'objections') return <Trans>순위가 나오면 시작합니다</Trans>
  return <Trans>이의에 답하는 기간이 지난 뒤</Trans>
}
