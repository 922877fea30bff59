/** Which seats: all that nobody has claimed, or some of one community or jury. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { Seat } from '../../../relayer/registrar.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import {
  type ChosenSeats,
  isUnclaimed,
  seatsOf,
  startOf,
} from '../chosenSeats.ts'
import { groupSeats } from '../seatGroups.ts'

export type SeatChoiceProps = {
  /** That have a ticket. */
  seats: readonly Seat[]
  chosen: ChosenSeats | undefined
  onChoose: (chosen: ChosenSeats | undefined) => void
}

export function SeatChoice({ chosen, onChoose, seats }: SeatChoiceProps) {
  const { t } = useLingui()
  const { number } = useFormats()
  const id = useId()
  const unclaimed = seats.filter(isUnclaimed).length
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>어느 자리</Trans>
      </label>
      <select
        id={id}
        value={chosen?.of ?? ''}
        onChange={({ target }) => {
          onChoose(startOf(target.value))
        }}
      >
        <option value="" />
        {unclaimed > 1 && (
          <option value="all">
            {t`등록 전인 자리 모두 (${number(unclaimed)}곳)`}
          </option>
        )}
        {groupSeats(seats).map(({ community }) => (
          <option key={community} value={community ?? 'jury'}>
            {community === null
              ? t`심사자 한 명`
              : t`공동체 ${community}의 자리`}
          </option>
        ))}
      </select>
      {chosen && chosen.of !== 'all' && (
        <OfOne chosen={chosen} seats={seatsOf(chosen, seats)} pick={pick} />
      )}
    </div>
  )

  function pick(seat: ChosenSeats['seat']) {
    if (chosen) onChoose({ ...chosen, seat })
  }
}

type OfOneProps = {
  chosen: ChosenSeats
  seats: readonly Seat[]
  pick: (seat: ChosenSeats['seat']) => void
}

function OfOne({ chosen, pick, seats }: OfOneProps) {
  const { t } = useLingui()
  const { number } = useFormats()
  const id = useId()
  // A jury has thousands of seats: too many to choose from.
  if (chosen.of === 'jury') return <JuryNumber seats={seats} pick={pick} />
  const unclaimed = seats.filter(isUnclaimed).length
  return (
    <>
      <label htmlFor={id}>
        <Trans>그 가운데</Trans>
      </label>
      <select
        id={id}
        value={chosen.seat}
        onChange={({ target: { value } }) => {
          pick(value === 'all' ? 'all' : Number(value))
        }}
      >
        <option value="all">
          {t`등록 전인 자리 모두 (${number(unclaimed)}곳)`}
        </option>
        {seats.map(({ reviewer, seat }) => (
          <option key={reviewer} value={reviewer}>
            {t`자리 ${seat ?? reviewer}`}
          </option>
        ))}
      </select>
    </>
  )
}

function JuryNumber({ pick, seats }: Pick<OfOneProps, 'pick' | 'seats'>) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>
        <Trans>심사자 번호</Trans>
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          pick(Number(target.value))
        }}
      />
      <p className="quiet" id={`${id}-hint`}>
        <Trans>
          참여권이 나간 번호를 적으세요. 모두 {seats.length}명입니다.
        </Trans>
      </p>
    </>
  )
}
