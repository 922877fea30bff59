/** How many tickets are out and claimed, and who is missing in which community. */
import { FirstNumbers } from '../../../components/FirstNumbers.tsx'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Seats } from '../../../relayer/registrar.ts'
import { groupSeats } from '../seatGroups.ts'

export function SeatTable({ data: { counts, seats } }: { data: Seats }) {
  const { t } = useLingui()
  const { number } = useFormats()
  const [isMissing, setIsMissing] = useState(false)
  const groups = groupSeats(seats).filter(
    (group) => !isMissing || group.counts.claimed < group.seats.length,
  )
  const left = counts.seats - counts.claimed
  return (
    <section className="stack no-print" aria-labelledby="seats">
      <h2 id="seats">
        <Trans>자리</Trans>
      </h2>
      <p className="strong" role="status">
        <Trans>
          자리 {number(counts.seats)} · 발급 {number(counts.issued)} · 등록{' '}
          {number(counts.claimed)} · 남음 {number(left)}
        </Trans>
      </p>
      <label className="choice">
        <input
          type="checkbox"
          checked={isMissing}
          onChange={({ target }) => {
            setIsMissing(target.checked)
          }}
        />
        <Trans>등록하지 않은 사람이 있는 곳만</Trans>
      </label>
      <div
        className="scroller seat-table"
        role="region"
        aria-label={t`공동체마다 자리`}
        tabIndex={0}
      >
        <table aria-label={t`공동체마다 자리`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>공동체</Trans>
              </th>
              <th scope="col">
                <Trans>없음</Trans>
              </th>
              <th scope="col">
                <Trans>발급</Trans>
              </th>
              <th scope="col">
                <Trans>재발급</Trans>
              </th>
              <th scope="col">
                <Trans>등록</Trans>
              </th>
              <th scope="col">
                <Trans>남은 자리</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ community, counts, seats: own }) => (
              <tr key={community ?? 0}>
                <th scope="row">{community ?? <Trans>심사자</Trans>}</th>
                <td>{number(counts.none)}</td>
                <td>{number(counts.issued)}</td>
                <td>{number(counts['re-issued'])}</td>
                <td>{number(counts.claimed)}</td>
                <td>
                  <FirstNumbers
                    numbers={own
                      .filter(({ state }) => state !== 'claimed')
                      .map(({ reviewer, seat }) => seat ?? reviewer)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
