/** First tickets for all seats that have none, or for those of one community. */
import { Trans } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import {
  type Desk,
  issueTickets,
  type LinkedTicket,
  type Seats,
} from '../../../relayer/registrar.ts'
import { useWork } from '../api/useWork.ts'
import { groupSeats } from '../seatGroups.ts'

export type IssueFormProps = {
  desk: Desk
  data: Seats
  onIssued: (tickets: readonly LinkedTicket[]) => void
}

export function IssueForm({ data, desk, onIssued }: IssueFormProps) {
  const { number } = useFormats()
  const id = useId()
  const [community, setCommunity] = useState(0)
  const work = useWork<readonly LinkedTicket[]>()
  const groups = groupSeats(data.seats).filter(({ counts }) => counts.none > 0)
  const chosen = groups.find((group) => group.community === community)
  const without = (chosen?.seats ?? data.seats).filter(
    ({ state }) => state === 'none',
  )
  const count = number(without.length)
  async function issue() {
    const range = chosen
      ? {
          from: chosen.seats[0]?.reviewer ?? 1,
          to: chosen.seats.at(-1)?.reviewer ?? 1,
        }
      : {}
    const issued = await work.run(() => issueTickets(desk, range))
    if (issued) onIssued(issued)
  }
  return (
    <section className="stack no-print" aria-labelledby="issue">
      <h2 id="issue">
        <Trans>참여권 만들기</Trans>
      </h2>
      {without.length === 0 && !chosen ? (
        <p>
          <Trans>모든 자리에 참여권이 있습니다.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              만든 참여권은 이 화면에 한 번만 보입니다. 바로 인쇄하거나
              저장하세요. 놓치면 다시 발급해야 합니다.
            </Trans>
          </p>
          <div className="field">
            <label htmlFor={id}>
              <Trans>누구 것</Trans>
            </label>
            <select
              id={id}
              value={community}
              onChange={({ target }) => {
                setCommunity(Number(target.value))
              }}
            >
              <option value={0}>
                <Trans>참여권이 없는 모든 자리</Trans>
              </option>
              {groups.flatMap(({ community: one, counts }) =>
                one === null
                  ? []
                  : [
                      <option key={one} value={one}>
                        <Trans>
                          공동체 {one} ({counts.none}자리)
                        </Trans>
                      </option>,
                    ],
              )}
            </select>
          </div>
          {work.error !== undefined && <KeyTrouble error={work.error} />}
          <p>
            <button
              className="button"
              type="button"
              aria-busy={work.isBusy}
              onClick={() => void issue()}
            >
              <Trans>참여권 {count}장 만들기</Trans>
            </button>
          </p>
        </>
      )}
    </section>
  )
}
