/** A score on a scale too long for buttons: a number field. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { MissingScore, type ScoreFieldProps } from './ScoreRadios.tsx'

export function ScoreNumber(props: ScoreFieldProps) {
  const { t } = useLingui()
  const { hasNone, isMissing, isPoints, maxScore, name, onChoose, value } =
    props
  const id = useId()
  const [text, setText] = useState(value ? String(value) : '')
  const [isWrong, setWrong] = useState(false)
  const [isTooMuch, setTooMuch] = useState(false)
  const type = (written: string) => {
    setText(written)
    const number = Number(written)
    const isRight =
      written === '' ||
      (Number.isInteger(number) && number >= 1 && number <= maxScore)
    // What is not taken is not sent: the field must not look as if it were.
    const isTaken = isRight && onChoose(written === '' ? null : number)
    setWrong(!isTaken)
    setTooMuch(isRight && !isTaken)
  }
  return (
    <fieldset className="scores">
      <legend lang={props.lang}>
        {props.number !== undefined && `${props.number}. `}
        {props.question}
      </legend>
      {isMissing && <MissingScore id={`${id}-missing`} />}
      <div className="field">
        <label htmlFor={id}>
          <Trans>1부터 {maxScore}까지의 점수</Trans>
        </label>
        <input
          id={id}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          value={value === 0 ? '' : text}
          aria-invalid={isWrong}
          aria-describedby={`${id}-error`}
          onChange={(event) => {
            type(event.currentTarget.value.trim())
          }}
        />
        <p id={`${id}-error`} className="field__error" role="alert">
          {isWrong &&
            (isTooMuch
              ? t`이 점수는 저장되지 않았습니다.`
              : t`1부터 ${maxScore}까지의 정수를 적어 주세요.`)}
        </p>
      </div>
      {hasNone && (
        <label className="choice choice--none">
          <input
            type="checkbox"
            checked={value === 0}
            onChange={(event) => {
              setText('')
              onChoose(event.currentTarget.checked ? 0 : null)
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
