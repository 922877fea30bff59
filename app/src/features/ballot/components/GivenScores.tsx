/** Every score as it will be sent, each with a way to change it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type Draft, stateOf } from '../../../ballots/drafts.ts'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { type ItemText, useItemTexts, useRoundText } from '../api/useTexts.ts'
import { ItemTitle, StateOfItem } from './ItemList.tsx'
import type { OwnReview } from './WithList.tsx'

export function GivenScores({ draft, own }: { own: OwnReview; draft: Draft }) {
  const texts = useItemTexts(own.items)
  const { maxScore, pointsPerBallot, weights } = own.round.rules
  const open = own.items.filter(
    (proposal) => stateOf(draft[proposal], weights.length) === 'open',
  ).length
  const isLikes = maxScore === 1 && weights.length === 1
  return (
    <section className="stack">
      <ol className="given">
        {texts.map((item, index) => (
          <Given
            key={item.proposal}
            own={own}
            draft={draft}
            item={item}
            place={index + 1}
          />
        ))}
      </ol>
      {open > 0 && (
        <p>
          {isLikes ? (
            <Plural value={open} other="고르지 않은 제안은 #개입니다." />
          ) : pointsPerBallot > 0 ? (
            <Plural value={open} other="점수를 주지 않은 제안은 #개입니다." />
          ) : (
            <Plural
              value={open}
              other="답하지 않은 #개는 ‘의견 없음’으로 보냅니다."
            />
          )}
        </p>
      )}
    </section>
  )
}

type GivenProps = {
  own: OwnReview
  draft: Draft
  item: ItemText
  place: number
}

function Given({ draft, item, own, place }: GivenProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { criteria } = useRoundText()
  const { round, rules } = own.round
  const values = draft[item.proposal] ?? []
  const state = stateOf(values, rules.weights.length)
  return (
    <li className="given__one">
      <div>
        <p>
          <ItemTitle item={item} />
        </p>
        <p className="given__scores strong">
          {state === 'scored' || state === 'partial' ? (
            rules.weights.map((_, at) => (
              <span key={at}>
                {say(criteria[at]?.name, language) || t`점수`}{' '}
                {values[at] ?? '–'}
              </span>
            ))
          ) : (
            <Trans>의견 없음</Trans>
          )}{' '}
          {state === 'partial' && <StateOfItem state={state} />}
        </p>
      </div>
      <Link
        className="button button--quiet"
        to="/r/$round/review/$place"
        params={{ round, place: String(place) }}
        aria-label={t`${item.proposal}번 제안의 점수 고치기`}
      >
        <Trans>고치기</Trans>
      </Link>
    </li>
  )
}
