/** The table of the own scores, sorted by place or by a criterion. Loaded when opened. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useItemTexts, useRoundText } from '../api/useTexts.ts'
import type { CompareProps } from './Compare.tsx'
import { ItemTitle } from './ItemList.tsx'

export function CompareTable({ draft, own }: CompareProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { criteria } = useRoundText()
  const [by, setBy] = useState<'place' | number>('place')
  const texts = useItemTexts(own.items)
  const { weights } = own.round.rules
  const rows = own.items.map((proposal, index) => ({
    proposal,
    place: index + 1,
    values: draft[proposal] ?? [],
    item: texts[index],
  }))
  if (by !== 'place')
    rows.sort((one, other) => (other.values[by] ?? -1) - (one.values[by] ?? -1))
  const sorted = (name: 'place' | number) =>
    by === name ? (name === 'place' ? 'ascending' : 'descending') : 'none'
  return (
    <div className="scroller" tabIndex={0} role="group" aria-label={t`점수표`}>
      <table aria-labelledby="compare-title">
        <thead>
          <tr>
            <th scope="col" aria-sort={sorted('place')}>
              <button
                className="sort"
                type="button"
                onClick={() => {
                  setBy('place')
                }}
              >
                <Trans>제안</Trans>
              </button>
            </th>
            {weights.map((_, criterion) => (
              <th key={criterion} scope="col" aria-sort={sorted(criterion)}>
                <button
                  className="sort"
                  type="button"
                  onClick={() => {
                    setBy(criterion)
                  }}
                >
                  {say(criteria[criterion]?.name, language) || t`점수`}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, place, proposal, values }) => (
            <tr key={proposal}>
              <th scope="row">
                <Link
                  to="/r/$round/review/$place"
                  params={{ round: own.round.round, place: String(place) }}
                >
                  {item && <ItemTitle item={item} />}
                </Link>
              </th>
              {weights.map((_, criterion) => (
                <td key={criterion} className="number">
                  <ScoreCell value={values[criterion] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ScoreCell({ value }: { value: number | null }) {
  if (value === null) return <Trans>아직</Trans>
  if (value === 0) return <Trans>의견 없음</Trans>
  return value
}
