/** Where in the list one is: a square for each proposal, filled once it is done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type Draft, type ItemState, stateOf } from '../../../ballots/drafts.ts'
import type { OwnReview } from './WithList.tsx'

/** More squares than this are no overview: those around are shown. */
const most = 20
const around = 4

export type ProgressProps = { own: OwnReview; place: number; draft: Draft }

export function Progress({ draft, own, place }: ProgressProps) {
  const { t } = useLingui()
  const { items, round } = own
  const criteria = round.rules.weights.length
  const states = items.map((proposal) => stateOf(draft[proposal], criteria))
  const done = states.filter((one) => one === 'scored' || one === 'noOpinion')
  const isShown = (one: number) =>
    items.length <= most || Math.abs(one - place) <= around
  return (
    <nav aria-label={t`진행`} className="stack stack--tight no-print">
      <p>
        <Trans>
          {items.length}개 중 {place}번째 · {done.length}개 마침
        </Trans>
      </p>
      <ol className="progress">
        {states.map(
          (state, index) =>
            isShown(index + 1) && (
              <Square
                key={items[index]}
                round={round.round}
                place={index + 1}
                state={state}
                isHere={index + 1 === place}
              />
            ),
        )}
      </ol>
    </nav>
  )
}

function Square({
  isHere,
  place,
  round,
  state,
}: {
  round: string
  place: number
  state: ItemState
  isHere: boolean
}) {
  const { t } = useLingui()
  const names = {
    open: t`${place}번째, 아직`,
    partial: t`${place}번째, 하는 중`,
    noOpinion: t`${place}번째, 의견 없음`,
    scored: t`${place}번째, 마침`,
  }
  return (
    <li>
      <Link
        className={`progress__one progress__one--${state}`}
        to="/r/$round/review/$place"
        params={{ round, place: String(place) }}
        {...(isHere ? { 'aria-current': 'step' as const } : {})}
      >
        <span aria-hidden="true">{place}</span>
        <span className="visually-hidden">{names[state]}</span>
      </Link>
    </li>
  )
}
