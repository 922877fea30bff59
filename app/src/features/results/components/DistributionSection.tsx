/** Who gave which score to one proposal: a chart for each criterion, and the same as a table. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Failure } from '../../../components/Failure.tsx'
import { LazyTitle } from '../../../components/LazyTitle.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { say, type RoundText } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useDistribution } from '../api/useDistribution.ts'
import { countsOf, type Distribution } from '../worker/messages.ts'
import { Bars } from './Bars.tsx'

export type DistributionSectionProps = {
  proposal: number
  digest: `0x${string}` | undefined
  text: RoundText
}

export function DistributionSection(props: DistributionSectionProps) {
  const { digest, proposal, text } = props
  const { data, error, refetch } = useDistribution()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [proposal])
  return (
    <section className="stack card" aria-labelledby="distribution">
      <h2 id="distribution" ref={heading} tabIndex={-1}>
        <Trans>{proposal}번 제안의 점수 분포</Trans>
      </h2>
      <p>
        <LazyTitle digest={digest} />
      </p>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()}>
          <p className="strong">
            <Trans>열린 심사표를 읽지 못했습니다.</Trans>
          </p>
        </Failure>
      ) : data ? (
        <Charts proposal={proposal} text={text} distribution={data} />
      ) : (
        <Loading progress={<Trans>열린 심사표를 모두 읽고 있습니다…</Trans>} />
      )}
    </section>
  )
}

type ChartsProps = {
  proposal: number
  text: RoundText
  distribution: Distribution
}

function Charts(props: ChartsProps) {
  const { distribution } = props
  const counted = distribution.counted
  return (
    <>
      <p className="quiet">
        <Plural
          value={counted}
          other="집계된 심사표 #장에서, 이 제안을 받은 심사자의 점수입니다."
        />
      </p>
      {Array.from({ length: distribution.criteria }, (_, criterion) => (
        <CriterionChart key={criterion} {...props} criterion={criterion} />
      ))}
    </>
  )
}

function CriterionChart(props: ChartsProps & { criterion: number }) {
  const { criterion, distribution, proposal, text } = props
  const language = useLanguage()
  const { t } = useLingui()
  const { decimal, number } = useFormats()
  const counts = countsOf(distribution, proposal, criterion)
  const place = number(criterion + 1)
  const name = say(text.criteria[criterion]?.name, language) || t`기준 ${place}`
  const scale = new Map(text.scale.map((one) => [one.value, one.name]))
  const bars = counts.map((count, value) => ({
    name:
      value === 0
        ? t`의견 없음`
        : `${value} ${say(scale.get(value), language)}`.trim(),
    value: count,
    shown: number(count),
  }))
  const told = bars.map((bar) => `${bar.name}: ${bar.shown}`).join(', ')
  const given = counts.reduce((sum, count) => sum + count, 0) - (counts[0] ?? 0)
  const sum = counts.reduce((all, count, value) => all + count * value, 0)
  const mean = given === 0 ? '–' : decimal(sum / given)
  return (
    <div className="stack stack--tight">
      <h3>{name}</h3>
      <div className="chart">
        <Bars
          bars={bars}
          most={Math.max(...counts, 1)}
          message={`${name}. ${told}`}
        />
        <div className="scroller" role="region" aria-label={name} tabIndex={0}>
          <table className="figures">
            <caption className="visually-hidden">{name}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>점수</Trans>
                </th>
                <th scope="col" className="number">
                  <Trans>심사 수</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.name}>
                  <th scope="row">{bar.name}</th>
                  <td className="number">{bar.shown}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">
                  <Trans>점수의 평균</Trans>
                </th>
                <td className="number">{mean}</td>
              </tr>
            </tbody>
          </table>
        </div>
      </div>
    </div>
  )
}
