/** The scores of one proposal: a question for each criterion, by the kind of rules. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { sumOf, type Values } from '../../../ballots/drafts.ts'
import { say, spokenIn } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { DraftInHand } from '../api/useDraft.ts'
import { type ItemText, useRoundText } from '../api/useTexts.ts'
import { Like } from './Like.tsx'
import { PointsLeft } from './PointsLeft.tsx'
import { ScoreNumber } from './ScoreNumber.tsx'
import { ScoreRadios } from './ScoreRadios.tsx'
import type { OwnReview } from './WithList.tsx'

const mostRadios = 10

export type ScoreFormProps = {
  own: OwnReview
  item: ItemText
  inHand: DraftInHand
  /** The reader wants to go on, and a criterion has no score. */
  isAsked: boolean
}

export function ScoreForm({ inHand, isAsked, item, own }: ScoreFormProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { criteria: texts, scale } = useRoundText()
  const { maxScore, pointsPerBallot, weights } = own.round.rules
  const [isOver, setOver] = useState(false)
  const { proposal } = item
  const values: Values = inHand.draft[proposal] ?? weights.map(() => null)
  const isLikes = maxScore === 1 && weights.length === 1
  const isPoints = pointsPerBallot > 0
  const choose = (next: Values) => {
    const after = { ...inHand.draft, [proposal]: next }
    const isTooMuch = isPoints && sumOf(after, own.items) > pointsPerBallot
    setOver(isTooMuch)
    if (!isTooMuch) inHand.change(proposal, next)
    return !isTooMuch
  }
  const score = (criterion: number) => (value: number | null) => {
    // Any score takes back "no opinion", which is of the whole proposal.
    const others = values.map((one) => (one === 0 && !isPoints ? null : one))
    return choose(others.map((one, at) => (at === criterion ? value : one)))
  }
  const hasNoOpinion = values.every((value) => value === 0)
  const noOpinion = (isChosen: boolean) => {
    choose(weights.map(() => (isChosen ? 0 : null)))
  }
  const Field = maxScore > mostRadios ? ScoreNumber : ScoreRadios
  return (
    <form
      className="stack stack--loose"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      {isPoints && (
        <PointsLeft own={own} draft={inHand.draft} isLikes={isLikes} />
      )}
      {isOver && (
        <p className="field__error" role="alert">
          {isLikes ? (
            <Trans>
              더 고를 수 없습니다. 다른 제안에서 고른 것을 먼저 빼 주세요.
            </Trans>
          ) : (
            <Trans>
              남은 점수보다 많습니다. 다른 제안의 점수를 먼저 줄여 주세요.
            </Trans>
          )}
        </p>
      )}
      {isLikes ? (
        <Like isChosen={values[0] === 1} onChoose={score(0)} />
      ) : (
        weights.map((_, criterion) => {
          const text = texts[criterion]
          const isMissing = isAsked && !values[criterion]
          const name = text && say(text.name, language)
          return (
            <Field
              key={criterion}
              name={`criterion-${criterion + 1}`}
              number={weights.length > 1 ? criterion + 1 : undefined}
              question={
                (text && (say(text.question, language) || name)) ??
                t`점수를 골라 주세요`
              }
              lang={text && spokenIn(text.question, language)}
              maxScore={maxScore}
              scale={scale}
              value={values[criterion] ?? null}
              hasNone={weights.length === 1}
              isPoints={isPoints}
              isMissing={isMissing}
              onChoose={score(criterion)}
            />
          )
        })
      )}
      {!isLikes && weights.length > 1 && (
        <label className="choice choice--none">
          <input
            type="checkbox"
            checked={hasNoOpinion}
            onChange={(event) => {
              noOpinion(event.currentTarget.checked)
            }}
          />
          <span>
            <Trans>이 제안에는 의견 없음</Trans>
          </span>
        </label>
      )}
    </form>
  )
}
