/** A new ticket in the place of one that was lost: with a reason, and the old one dies. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import {
  type ReissueReason,
  reissueReasons,
  reissueTickets,
} from '../../../relayer/registrar.ts'
import type { LinkedTicket } from '../../../relayer/registrar.ts'
import { useWork } from '../api/useWork.ts'
import { reasonNames } from '../words.ts'
import type { IssueFormProps } from './IssueForm.tsx'

export function ReissueForm({ data, desk, onIssued }: IssueFormProps) {
  const { i18n } = useLingui()
  const id = useId()
  const [reviewer, setReviewer] = useState('')
  const [reason, setReason] = useState<ReissueReason>()
  const work = useWork<readonly LinkedTicket[]>()
  const seats = data.seats.filter(({ state }) => state !== 'none')
  const chosen = seats.find((one) => String(one.reviewer) === reviewer)
  if (seats.length === 0) return null
  async function reissue() {
    if (!chosen || !reason) return
    const numbers = [chosen.reviewer]
    const issued = await work.run(() => reissueTickets(desk, numbers, reason))
    if (!issued) return
    onIssued(issued)
    setReviewer('')
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
          value={reviewer}
          onChange={({ target }) => {
            setReviewer(target.value)
          }}
        >
          <option value="" />
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
      {(!chosen || !reason) && (
        <p className="quiet">
          <Trans>자리와 이유를 고르세요.</Trans>
        </p>
      )}
      {work.error !== undefined && <KeyTrouble error={work.error} />}
      <p>
        <button
          className="button"
          type="button"
          aria-disabled={!chosen || !reason}
          aria-busy={work.isBusy}
          onClick={() => void reissue()}
        >
          <Trans>다시 발급하기</Trans>
        </button>
      </p>
    </section>
  )
}
