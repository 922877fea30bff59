/** Up to ten scores as large native radio buttons, with the words of the scale. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { say, type Words } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'

export type ScoreFieldProps = {
  name: string
  /** Before the question, where there are several. */
  number: number | undefined
  question: string
  lang: string | undefined
  maxScore: number
  scale: readonly { value: number; name: Words }[]
  value: number | null
  /** Whether "no opinion" is one of the choices. */
  hasNone: boolean
  isPoints: boolean
  isMissing: boolean
  onChoose: (value: number | null) => boolean
}

export function ScoreRadios(props: ScoreFieldProps) {
  const { hasNone, isMissing, isPoints, maxScore, name, onChoose, value } =
    props
  const { t } = useLingui()
  const language = useLanguage()
  const error = useId()
  const ends = new Map([
    [1, t`가장 낮음`],
    [maxScore, t`가장 높음`],
  ])
  const words = (score: number) =>
    say(props.scale.find((one) => one.value === score)?.name, language) ||
    (ends.get(score) ?? '')
  const scores = Array.from({ length: maxScore }, (_, index) => index + 1)
  return (
    <fieldset
      className="scores"
      {...(isMissing ? { 'aria-describedby': error } : {})}
    >
      <legend lang={props.lang}>
        {props.number !== undefined && `${props.number}. `}
        {props.question}
      </legend>
      {isMissing && <MissingScore id={error} />}
      <div
        className={
          maxScore > 5 ? 'scores__row scores__row--two' : 'scores__row'
        }
      >
        {scores.map((score) => (
          <label key={score} className="score">
            <input
              type="radio"
              name={name}
              value={score}
              checked={value === score}
              onChange={() => {
                onChoose(score)
              }}
            />
            <span className="score__face">
              {score}
              <span className="score__word visually-hidden">
                {' '}
                {words(score)}
              </span>
            </span>
          </label>
        ))}
      </div>
      <p className="scores__ends quiet">
        <span>1 {words(1)}</span>
        <span>
          {maxScore} {words(maxScore)}
        </span>
      </p>
      {value !== null && value > 0 && (
        <p className="scores__chosen" aria-hidden="true">
          <strong>{value}</strong> {words(value)}
        </p>
      )}
      {hasNone && (
        <label className="choice choice--none">
          <input
            type="radio"
            name={name}
            value="0"
            checked={value === 0}
            onChange={() => {
              onChoose(0)
            }}
          />
          <span>
            {isPoints ? (
              <Trans>점수를 주지 않음</Trans>
            ) : (
              <Trans>의견 없음</Trans>
            )}
          </span>
        </label>
      )}
    </fieldset>
  )
}

export function MissingScore({ id }: { id: string }) {
  return (
    <p id={id} className="field__error score-error" tabIndex={-1}>
      <Trans>
        여기에도 점수를 주거나, 아래의 ‘이 제안에는 의견 없음’을 골라 주세요.
      </Trans>
    </p>
  )
}
