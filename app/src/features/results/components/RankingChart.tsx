/** Every proposal as a tick on one scale, a row for each half, with the line of the recommended. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { mostPoints } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Row } from '../api/rankRows.ts'
import type { Standing } from '../api/useStanding.ts'
import { Furrows, type Half, Swatch } from './Furrows.tsx'
import { HalfName } from './HalfName.tsx'

export type RankingChartProps = {
  standing: Standing
  rows: readonly Row[][]
}

export function RankingChart({ rows, standing }: RankingChartProps) {
  const { decimal } = useFormats()
  const { rules } = standing.round
  const values = rows.flat().map(({ value }) => value ?? 0)
  const most =
    rules.order === 'Mean'
      ? mostPoints(rules, rows.flat().length)
      : Math.max(1, ...values)
  return (
    <figure className="stack stack--tight">
      {rows.map((row, half) => (
        <TickRow
          key={half}
          half={half as Half}
          isAlone={rows.length === 1}
          rows={row}
          most={most}
        />
      ))}
      <p className="axis-ends" aria-hidden="true">
        <span>0</span>
        <span>{decimal(most)}</span>
      </p>
      <figcaption className="quiet">
        {rules.order === 'Mean' ? (
          <Trans>
            눈금 하나가 제안 하나이고, 오른쪽일수록 심사 값이 큽니다. 긴 눈금은
            추천, 짧은 눈금은 나머지입니다. 숫자는 아래 표에 있습니다.
          </Trans>
        ) : (
          <Trans>
            눈금 하나가 제안 하나이고, 오른쪽일수록 점수 합이 큽니다. 긴 눈금은
            추천, 짧은 눈금은 나머지입니다. 숫자는 아래 표에 있습니다.
          </Trans>
        )}
      </figcaption>
    </figure>
  )
}

type TickRowProps = {
  half: Half
  isAlone: boolean
  rows: readonly Row[]
  most: number
}

function TickRow({ half, isAlone, most, rows }: TickRowProps) {
  const id = useId()
  const { t } = useLingui()
  const { decimal, number } = useFormats()
  const at = (value: number | undefined) => `${(100 * (value ?? 0)) / most}%`
  const cut = rows.find(({ isCut }) => isCut)
  const all = number(rows.length)
  const best = decimal(rows[0]?.value ?? 0)
  const least = decimal(rows.at(-1)?.value ?? 0)
  const last = decimal(cut?.value ?? 0)
  const message = cut
    ? t`제안 ${all}개의 값: 가장 큰 값 ${best}, 추천의 마지막 값 ${last}, 가장 작은 값 ${least}`
    : t`제안 ${all}개의 값: 가장 큰 값 ${best}, 가장 작은 값 ${least}`
  return (
    <div className="ticks">
      {!isAlone && (
        <span className="ticks__name">
          <Swatch half={half} /> <HalfName half={half} />
        </span>
      )}
      <svg className="ticks__row" height="48" role="img" aria-label={message}>
        <defs>
          <Furrows half={half} id={id} />
        </defs>
        <rect y="38" width="100%" height="10" fill={`url(#${id})`} />
        {rows.map(({ isAdded, number, state, value }) => {
          const isIn =
            state === 'recommended' || state === 'selected' || isAdded
          return (
            <line
              key={number}
              x1={at(value)}
              x2={at(value)}
              y1={isIn ? 8 : 24}
              y2={38}
              className={half === 0 ? 'ink-a' : 'ink-b'}
              strokeWidth={rows.length > 60 ? 1 : 3}
            />
          )
        })}
        {cut && (
          <line
            x1={at(cut.value)}
            x2={at(cut.value)}
            y1={0}
            y2={48}
            className="cut-line"
          />
        )}
      </svg>
    </div>
  )
}
