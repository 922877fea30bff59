/** A ranking as a table; on a narrow screen each row is a small card. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { LazyTitle } from '../../../components/LazyTitle.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Row } from '../api/rankRows.ts'
import type { Standing } from '../api/useStanding.ts'
import { PlaceLink, type Place } from './PlaceLink.tsx'
import { StateName } from './StateName.tsx'

export type RankingTableProps = {
  standing: Standing
  rows: readonly Row[]
  /** Said by readers before the table. */
  caption: string
  /** Where the distribution of a proposal stands; none on paper. */
  distribution?: (number: number) => Place
}

export function RankingTable(props: RankingTableProps) {
  const { caption, rows, standing } = props
  const { order, budget } = standing.round.rules
  const { t } = useLingui()
  const value = order === 'Mean' ? t`심사 값` : undefined
  const ask = budget > 0n ? t`금액` : undefined
  const columns = 5 + (value ? 1 : 0) + (ask ? 1 : 0)
  return (
    <table className="ranking" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" className="number">
            <Trans>순위</Trans>
          </th>
          <th scope="col" role="columnheader">
            <Trans>제안</Trans>
          </th>
          {ask && (
            <th scope="col" role="columnheader" className="number">
              {ask}
            </th>
          )}
          <th scope="col" role="columnheader" className="number">
            <Trans>점수 합</Trans>
          </th>
          <th scope="col" role="columnheader" className="number">
            <Trans>심사</Trans>
          </th>
          {value && (
            <th scope="col" role="columnheader" className="number">
              {value}
            </th>
          )}
          <th scope="col" role="columnheader">
            <Trans>상태</Trans>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Fragment key={row.number}>
            <RankingRow {...props} row={row} />
            {row.isCut && (
              <tr className="cut" role="row">
                <td colSpan={columns} role="cell">
                  <Trans>여기까지 추천</Trans>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function RankingRow({
  distribution,
  row,
  standing,
}: RankingTableProps & { row: Row }) {
  const { t } = useLingui()
  const { decimal, money, number } = useFormats()
  const { currency, round } = standing
  const { budget, order } = round.rules
  const shown = (value: number | undefined) =>
    value === undefined ? '…' : number(value)
  const name = number(row.number)
  return (
    <tr role="row">
      <td className="number ranking__rank" role="cell">
        {number(row.rank)}
      </td>
      <th scope="row" className="ranking__proposal" role="rowheader">
        <Link
          to="/r/$round/p/$number"
          params={{ round: round.round, number: String(row.number) }}
        >
          <Trans>{name}번</Trans> <LazyTitle digest={row.digest} />
        </Link>
      </th>
      {budget > 0n && (
        <td className="number ranking__ask" role="cell" data-label={t`금액`}>
          {money(row.ask, currency)}
        </td>
      )}
      <td className="number" role="cell" data-label={t`점수 합`}>
        {shown(row.points)}
      </td>
      <td className="number" role="cell" data-label={t`심사`}>
        {shown(row.reviews)}
      </td>
      {order === 'Mean' && (
        <td className="number" role="cell" data-label={t`심사 값`}>
          {row.value === undefined ? '…' : decimal(row.value)}
        </td>
      )}
      <td className="ranking__state" role="cell">
        <StateName row={row} rules={round.rules} />
        {distribution && (
          <PlaceLink
            to={distribution(row.number)}
            className="back no-print"
            label={t`${name}번 제안의 점수 분포`}
          >
            <Trans>분포</Trans>
          </PlaceLink>
        )}
      </td>
    </tr>
  )
}
