/** How the money of a half was given along the ranking; what did not fit is hollow. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { splitBudget } from '../../../../../protocol/recommend.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Row } from '../api/rankRows.ts'
import type { Standing } from '../api/useStanding.ts'
import { Furrows, type Half } from './Furrows.tsx'

export type BudgetChartProps = {
  standing: Standing
  half: Half
  rows: readonly Row[]
}

type Piece = { number: number; from: number; ask: number; fits: boolean }

export function BudgetChart({ half, rows, standing }: BudgetChartProps) {
  const id = useId()
  const { t } = useLingui()
  const { money } = useFormats()
  const { currency, ranking, round } = standing
  const [first, second] = ranking.orders
  const all = first.length + second.length
  const budget = splitBudget(round.rules.budget, second.length, all)[half]
  const spent = ranking.spent[half]
  const pieces = layOut(rows, ranking.recommended)
  // What was too large shows by how much.
  const ends = pieces.map(({ ask, from }) => from + ask)
  const most = Math.max(Number(budget), ...ends)
  const at = (amount: number) => `${(100 * amount) / most}%`
  const given = money(spent, currency)
  const whole = money(budget, currency)
  const left = money(budget - spent, currency)
  return (
    <figure className="stack stack--tight">
      <figcaption>
        <Trans>
          예산 {whole} 가운데 추천에 {given}, 남은 금액 {left}
        </Trans>
      </figcaption>
      <svg
        className="budget"
        height="56"
        role="img"
        aria-label={t`예산 막대그래프: ${whole} 가운데 ${given}`}
      >
        <defs>
          <Furrows half={half} id={id} />
        </defs>
        {pieces.map(({ ask, fits, from, number }) => (
          <rect
            key={number}
            x={at(from)}
            width={at(ask)}
            y={fits ? 2 : 34}
            height={fits ? 28 : 18}
            fill={fits ? `url(#${id})` : 'none'}
            className={half === 0 ? 'ink-a' : 'ink-b'}
            strokeWidth="2"
            strokeDasharray={fits ? undefined : '4 3'}
          />
        ))}
        <line
          x1={at(Number(budget))}
          x2={at(Number(budget))}
          y1="0"
          y2="56"
          className="cut-line"
        />
      </svg>
      <p className="quiet">
        <Trans>
          위 칸은 추천된 제안의 금액을 순위대로 쌓은 것이고, 아래 점선 칸은 남은
          금액보다 커서 건너뛴 제안입니다. 세로 점선이 이 조의 예산입니다.
        </Trans>
      </p>
    </figure>
  )
}

/** Each begins where what was given before it ends. */
function layOut(
  rows: readonly Row[],
  recommended: ReadonlySet<number>,
): Piece[] {
  let spent = 0
  return rows.flatMap(({ ask, isSkipped, number }) => {
    const fits = recommended.has(number)
    if (!fits && !isSkipped) return []
    const piece = { number, from: spent, ask: Number(ask), fits }
    if (fits) spent += piece.ask
    return [piece]
  })
}
