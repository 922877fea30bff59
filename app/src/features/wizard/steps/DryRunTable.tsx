/** What dry runs found, by turnout. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { DryRun } from '../../../../../protocol/simulation/simulateRound.ts'
import { useFormats } from '../../../hooks/useFormats.ts'

export function DryRunTable({ results }: { results: readonly DryRun[] }) {
  const { t } = useLingui()
  const { decimal, number, percent } = useFormats()
  const byChance = percent(results.at(-1)?.byChance ?? 0)
  return (
    <section className="stack stack--tight">
      <div
        className="scroller"
        tabIndex={0}
        role="region"
        aria-label={t`모의 실행 결과`}
      >
        <table>
          <caption>
            <Trans>모의 실행 결과</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>참여율</Trans>
              </th>
              <th scope="col">
                <Trans>심사표</Trans>
              </th>
              <th scope="col">
                <Trans>정말 좋은 제안이 추천된 비율</Trans>
              </th>
              <th scope="col">
                <Trans>문턱에서 비긴 제안</Trans>
              </th>
              <th scope="col">
                <Trans>제안마다 심사 (최소 · 중간 · 최대)</Trans>
              </th>
              <th scope="col">
                <Trans>심사가 모자란 제안</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map((run) => {
              const { least, median, most } = run.reviews
              const share = percent(run.turnout)
              const found = percent(run.found)
              return (
                <tr key={run.turnout}>
                  <th scope="row">{share}</th>
                  <td>{number(run.ballots)}</td>
                  <td>
                    {found}
                    <meter
                      className="wizard-meter"
                      value={run.found}
                      aria-label={t`참여율 ${share}일 때 ${found}`}
                    />
                  </td>
                  <td>{decimal(run.tiesAtCut)}</td>
                  <td>
                    {number(least)} · {decimal(median)} · {number(most)}
                  </td>
                  <td>{decimal(run.belowMinimum)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        <Trans>
          아무렇게나 뽑으면 {byChance}입니다. 실제 사람은 모의 심사자와 다를 수
          있습니다.
        </Trans>
      </p>
    </section>
  )
}
