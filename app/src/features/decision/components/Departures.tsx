/** Where the ranking is not followed: who goes, who comes in the place, and why. */
import { Trans, useLingui } from '@lingui/react/macro'
import {
  addableFor,
  type DepartureStanding,
  recommendedOf,
} from '../../../../../protocol/departures.ts'
import type { DraftDeparture, UseDecisionDraft } from '../api/draft.ts'
import { useProposalNames } from '../api/useProposalNames.ts'
import { DepartureFile } from './DepartureFile.tsx'

export type DeparturesProps = {
  standing: DepartureStanding
  using: UseDecisionDraft
}

export function Departures({ standing, using }: DeparturesProps) {
  const { change, draft } = using
  const { departures } = draft
  const [first = 0] = recommendedOf(standing).filter(
    (number) => !departures.some(({ removed }) => removed === number),
  )
  return (
    <div className="stack">
      <DepartureFile standing={standing} using={using} />
      {departures.map((departure, index) => (
        <DepartureFields
          key={index}
          place={index + 1}
          departure={departure}
          standing={standing}
          onChange={(changed) => {
            change({ departures: departures.with(index, changed) })
          }}
          onRemove={() => {
            change({ departures: departures.toSpliced(index, 1) })
          }}
        />
      ))}
      {first > 0 && (
        <p>
          <button
            className="button"
            type="button"
            onClick={() => {
              const added: DraftDeparture = {
                ...{ removed: first, added: 0, reason: '' },
              }
              change({ departures: [...departures, added] })
            }}
          >
            <Trans>바꿀 곳 더하기</Trans>
          </button>
        </p>
      )}
    </div>
  )
}

type DepartureFieldsProps = {
  place: number
  departure: DraftDeparture
  standing: DepartureStanding
  onChange: (departure: DraftDeparture) => void
  onRemove: () => void
}

function DepartureFields(props: DepartureFieldsProps) {
  const { departure, onChange, onRemove, place, standing } = props
  const { titleOf } = useProposalNames()
  const { t } = useLingui()
  const { added, reason, removed } = departure
  const id = `departure-${place}`
  const isWrong = reason.trim() === ''
  const option = (number: number) => {
    const title = titleOf(number)
    return (
      <option key={number} value={number}>
        {t`${number}번 ${title}`}
      </option>
    )
  }
  return (
    <fieldset className="card stack">
      <legend>
        <Trans>바꿀 곳 {place}</Trans>
      </legend>
      <div className="field">
        <label htmlFor={`${id}-removed`}>
          <Trans>추천에서 뺄 제안</Trans>
        </label>
        <select
          id={`${id}-removed`}
          value={removed}
          onChange={({ target }) => {
            onChange({ ...departure, removed: Number(target.value), added: 0 })
          }}
        >
          {recommendedOf(standing).map(option)}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-added`}>
          <Trans>대신 선정할 예비 제안</Trans>
        </label>
        <p id={`${id}-hint`} className="field__hint">
          <Trans>
            같은 조(분야별 자리가 있으면 같은 분야)의 예비만 나옵니다.
          </Trans>
        </p>
        <select
          id={`${id}-added`}
          value={added}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            onChange({ ...departure, added: Number(target.value) })
          }}
        >
          <option value={0}>{t`아무도 대신하지 않음`}</option>
          {addableFor(standing, removed).map(option)}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>
          <Trans>이유 (필수)</Trans>
        </label>
        <textarea
          id={`${id}-reason`}
          rows={3}
          value={reason}
          aria-invalid={isWrong}
          aria-describedby={`${id}-error`}
          onChange={({ target }) => {
            onChange({ ...departure, reason: target.value })
          }}
        />
        <p id={`${id}-error`} className="field__error">
          {isWrong && <Trans>순위와 다르게 정한 이유를 적어야 합니다.</Trans>}
        </p>
      </div>
      <p>
        <button
          className="button button--quiet"
          type="button"
          onClick={onRemove}
        >
          <Trans>이 줄 지우기</Trans>
        </button>
      </p>
    </fieldset>
  )
}
