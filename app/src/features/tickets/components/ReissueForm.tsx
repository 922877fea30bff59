/** New tickets in the place of lost ones: with a reason, and the old ones die. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import {
  fetchSeats,
  type ReissueReason,
  reissueReasons,
  reissueTickets,
} from '../../../relayer/registrar.ts'
import type { LinkedTicket } from '../../../relayer/registrar.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useWork } from '../api/useWork.ts'
import { reasonNames } from '../words.ts'
import type { IssueFormProps } from './IssueForm.tsx'
import { type ChosenSeats, reviewersOf } from '../chosenSeats.ts'
import { SeatChoice } from './SeatChoice.tsx'

export function ReissueForm({ data, desk, onIssued }: IssueFormProps) {
  const { i18n } = useLingui()
  const { number } = useFormats()
  const id = useId()
  const [chosen, setChosen] = useState<ChosenSeats>()
  const [reason, setReason] = useState<ReissueReason>()
  const work = useWork<readonly LinkedTicket[]>()
  const seats = data.seats.filter(({ state }) => state !== 'none')
  const numbers = reviewersOf(chosen, seats)
  const isReady = numbers.length > 0 && reason !== undefined
  if (seats.length === 0) return null
  async function reissue() {
    if (numbers.length === 0 || !reason) return
    const issued = await work.run(async () => {
      // Who has claimed a seat meanwhile keeps it.
      const { seats: now } = await fetchSeats(desk)
      const left = reviewersOf(chosen, now)
      return left.length === 0 ? [] : reissueTickets(desk, left, reason)
    })
    if (!issued) return
    onIssued(issued)
    setChosen(undefined)
  }
  return (
    <section className="stack no-print" aria-labelledby="reissue">
      <h2 id="reissue">
        <Trans>다시 발급</Trans>
      </h2>
      <p>
        <Trans>
          옛 참여권은 바로 못 쓰게 되고, 그것으로 등록한 열쇠도 지워집니다. 이미
          명부를 공개했다면 새로 등록한 뒤 명부를 다시 공개하세요.
        </Trans>
      </p>
      <SeatChoice seats={seats} chosen={chosen} onChoose={setChosen} />
      <div className="field">
        <label htmlFor={`${id}-reason`}>
          <Trans>이유</Trans>
        </label>
        <select
          id={`${id}-reason`}
          value={reason ?? ''}
          onChange={({ target }) => {
            setReason(target.value as ReissueReason)
          }}
        >
          <option value="" />
          {reissueReasons.map((one) => (
            <option key={one} value={one}>
              {i18n._(reasonNames[one])}
            </option>
          ))}
        </select>
      </div>
      {!isReady && (
        <p className="quiet">
          <Trans>자리와 이유를 고르세요.</Trans>
        </p>
      )}
      {work.error !== undefined && <KeyTrouble error={work.error} />}
      <p>
        <button
          className="button"
          type="button"
          aria-disabled={!isReady}
          aria-busy={work.isBusy}
          onClick={() => void reissue()}
        >
          {numbers.length > 1 ? (
            <Trans>{number(numbers.length)}장 다시 발급하기</Trans>
          ) : (
            <Trans>다시 발급하기</Trans>
          )}
        </button>
      </p>
    </section>
  )
}
