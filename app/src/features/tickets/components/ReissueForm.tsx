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
import type { LinkedTicket, Seat } from '../../../relayer/registrar.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useWork } from '../api/useWork.ts'
import { groupSeats } from '../seatGroups.ts'
import { reasonNames } from '../words.ts'
import type { IssueFormProps } from './IssueForm.tsx'

export function ReissueForm({ data, desk, onIssued }: IssueFormProps) {
  const { i18n, t } = useLingui()
  const { number } = useFormats()
  const id = useId()
  const [choice, setChoice] = useState('')
  const [reason, setReason] = useState<ReissueReason>()
  const work = useWork<readonly LinkedTicket[]>()
  const seats = data.seats.filter(({ state }) => state !== 'none')
  // Where a page was lost before its tickets were printed.
  const unclaimed = seats.filter(({ state }) => state !== 'claimed')
  const groups = groupSeats(unclaimed)
  const numbers = reviewersOf(choice, seats)
  const isReady = numbers.length > 0 && reason !== undefined
  if (seats.length === 0) return null
  async function reissue() {
    if (numbers.length === 0 || !reason) return
    const issued = await work.run(async () => {
      // Who has claimed a seat meanwhile keeps it.
      const { seats: now } = await fetchSeats(desk)
      const chosen = reviewersOf(choice, now)
      return chosen.length === 0 ? [] : reissueTickets(desk, chosen, reason)
    })
    if (!issued) return
    onIssued(issued)
    setChoice('')
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
      <div className="field">
        <label htmlFor={`${id}-seat`}>
          <Trans>어느 자리</Trans>
        </label>
        <select
          id={`${id}-seat`}
          value={choice}
          onChange={({ target }) => {
            setChoice(target.value)
          }}
        >
          <option value="" />
          {unclaimed.length > 1 && (
            <option value="all">
              {t`등록 전인 자리 모두 (${number(unclaimed.length)}곳)`}
            </option>
          )}
          {groups.length > 1 &&
            groups.map(({ community, seats: own }) => (
              <option key={community} value={`community ${community ?? 0}`}>
                {t`공동체 ${community ?? 0}의 등록 전인 자리 (${number(own.length)}곳)`}
              </option>
            ))}
          {seats.map(({ community, reviewer: one, seat }) => (
            <option key={one} value={one}>
              {community === null ? (
                <Trans>심사자 {one}</Trans>
              ) : (
                <Trans>
                  공동체 {community} · 자리 {seat}
                </Trans>
              )}
            </option>
          ))}
        </select>
      </div>
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

/** `all` and `community 3` are the seats that nobody has claimed; else one seat. */
function reviewersOf(choice: string, seats: readonly Seat[]): number[] {
  const unclaimed = seats.filter(
    ({ state }) => state !== 'claimed' && state !== 'none',
  )
  const ofCommunity = /^community (\d+)$/.exec(choice)?.[1]
  const chosen =
    choice === 'all'
      ? unclaimed
      : ofCommunity === undefined
        ? seats.filter(({ reviewer }) => String(reviewer) === choice)
        : unclaimed.filter(({ community }) => community === Number(ofCommunity))
  return chosen.map(({ reviewer }) => reviewer)
}
