/** Who is left in which community, and all of them as a table to send reminders by. */
import { FirstNumbers } from '../../../components/FirstNumbers.tsx'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { saveFile } from '../../../components/saveFile.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'
import type { Coverage } from '../coverageOf.ts'
import { remindTable } from '../remindTable.ts'

export type CommunitiesProps = { coverage: Coverage; round: Round }

export function Communities({ coverage, round }: CommunitiesProps) {
  const { t } = useLingui()
  const { number } = useFormats()
  const [isLeft, setIsLeft] = useState(false)
  const { communities, left } = coverage
  const shown = communities.filter((one) => !isLeft || one.left.length > 0)
  const { owners, seatsPerCommunity } = round.rules
  return (
    <section className="stack" aria-labelledby="communities">
      <h2 id="communities">
        <Trans>아직 안 보낸 자리</Trans>
      </h2>
      <p>
        <Trans>
          아직 안 보낸 자리 {number(left.length)}개. 자리만 나오고 이름은
          없습니다. 모두에게 같은 말로 알리고, 어떻게 심사하라고 하지 마세요.
        </Trans>
      </p>
      <p>
        <button
          className="button"
          type="button"
          onClick={() => {
            const table = remindTable(
              left,
              owners ? seatsPerCommunity : undefined,
            )
            saveFile('not-sent.csv', table, 'text/csv')
          }}
        >
          <Trans>안 보낸 자리 CSV</Trans>
        </button>
      </p>
      {communities.length > 0 && (
        <>
          <label className="choice">
            <input
              type="checkbox"
              checked={isLeft}
              onChange={({ target }) => {
                setIsLeft(target.checked)
              }}
            />
            <Trans>남은 자리가 있는 곳만</Trans>
          </label>
          <div
            className="scroller review-table"
            role="region"
            aria-label={t`공동체마다`}
            tabIndex={0}
          >
            <table aria-label={t`공동체마다`}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>공동체</Trans>
                  </th>
                  <th scope="col">
                    <Trans>등록</Trans>
                  </th>
                  <th scope="col">
                    <Trans>기록</Trans>
                  </th>
                  <th scope="col">
                    <Trans>남은 자리</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ cast, community, left: own, seats }) => (
                  <tr key={community} data-community={community}>
                    <th scope="row">{number(community)}</th>
                    <td>{number(seats)}</td>
                    <td>{number(cast)}</td>
                    <td>
                      <FirstNumbers numbers={own} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
