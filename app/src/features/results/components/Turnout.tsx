/** How many could, enrolled, cast and were counted: each with what it is a part of. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../../components/Failure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { rollQuery } from '../../../queries/roll.ts'
import { useRound } from '../../../queries/round.ts'
import { spoiledQuery } from '../../../queries/tallies.ts'
import { useNode } from '../../../queries/useNode.ts'
import { type Turnout as Figures, turnoutOf } from '../api/turnoutOf.ts'
import { type Bar, Bars } from './Bars.tsx'

/** `isRanked`: before, nothing is said of what was counted. */
export function useTurnout(isRanked: boolean) {
  const node = useNode()
  const round = useRound()
  const roll = useQuery(rollQuery(node, round))
  const spoiled = useQuery({ ...spoiledQuery(node, round), enabled: isRanked })
  return {
    figures: turnoutOf(round, roll.data ?? undefined, spoiled.data),
    error: roll.error ?? spoiled.error,
    retry: () => {
      void roll.refetch()
      if (isRanked) void spoiled.refetch()
    },
  }
}

export function Turnout({ isRanked }: { isRanked: boolean }) {
  const { error, figures, retry } = useTurnout(isRanked)
  return (
    <section className="stack" aria-labelledby="turnout">
      <h2 id="turnout">
        <Trans>참여</Trans>
      </h2>
      {error ? (
        <Failure error={error} onRetry={retry} />
      ) : figures.enrolled === undefined ? (
        <Loading />
      ) : (
        <div className="chart">
          <TurnoutBars figures={figures} />
          <TurnoutTable figures={figures} />
        </div>
      )}
    </section>
  )
}

function TurnoutBars({ figures }: { figures: Figures }) {
  const { t } = useLingui()
  const { number } = useFormats()
  const { counted, enrolled = 0, recorded, seats } = figures
  const bar = (name: string, value: number): Bar => ({
    ...{ name, value },
    shown: number(value),
  })
  const bars = [
    bar(t`명부`, seats),
    bar(t`등록`, enrolled),
    bar(t`기록`, recorded),
    ...(counted === undefined ? [] : [bar(t`집계`, counted)]),
  ]
  const told = bars.map(({ name, shown }) => `${name} ${shown}`).join(', ')
  return <Bars bars={bars} most={seats} message={t`참여 막대그래프: ${told}`} />
}

function TurnoutTable({ figures }: { figures: Figures }) {
  const { number, percent } = useFormats()
  const { counted, enrolled = 0, recorded, seats, spoiled, unopened } = figures
  const of = (part: number, whole: number) =>
    whole === 0 ? '–' : percent(part / whole)
  return (
    <div
      className="scroller"
      role="region"
      aria-labelledby="turnout"
      tabIndex={0}
    >
      <table className="figures" aria-labelledby="turnout">
        <thead>
          <tr>
            <th scope="col">
              <Trans>무엇</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>수</Trans>
            </th>
            <th scope="col">
              <Trans>비율</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Trans>명부에 있는 자리</Trans>
            </th>
            <td className="number">{number(seats)}</td>
            <td>–</td>
          </tr>
          <tr>
            <th scope="row">
              <Trans>열쇠를 등록한 심사자</Trans>
            </th>
            <td className="number">{number(enrolled)}</td>
            <td>
              <Trans>명부의 {of(enrolled, seats)}</Trans>
            </td>
          </tr>
          <tr>
            <th scope="row">
              <Trans>심사표를 기록한 심사자</Trans>
            </th>
            <td className="number">{number(recorded)}</td>
            <td>
              <Trans>등록의 {of(recorded, enrolled)}</Trans>
            </td>
          </tr>
          {counted !== undefined && (
            <>
              <tr>
                <th scope="row">
                  <Trans>집계</Trans>
                </th>
                <td className="number">{number(counted)}</td>
                <td>
                  <Trans>기록의 {of(counted, recorded)}</Trans>
                </td>
              </tr>
              <tr>
                <th scope="row">
                  <Trans>무효 (규칙에 어긋남)</Trans>
                </th>
                <td className="number">{number(spoiled ?? 0)}</td>
                <td>
                  <Trans>기록의 {of(spoiled ?? 0, recorded)}</Trans>
                </td>
              </tr>
              <tr>
                <th scope="row">
                  <Trans>미개봉 (아무도 열지 않음)</Trans>
                </th>
                <td className="number">{number(unopened ?? 0)}</td>
                <td>
                  <Trans>기록의 {of(unopened ?? 0, recorded)}</Trans>
                </td>
              </tr>
            </>
          )}
        </tbody>
      </table>
    </div>
  )
}
