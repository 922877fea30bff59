/** How many handed-in lists hold each proposal, against the least that is needed. */
import { Trans } from '@lingui/react/macro'
import type { Address } from 'viem'
import { useFormats } from '../../../hooks/useFormats.ts'
import { summarise } from '../coverageOf.ts'
import { ReviewPlot } from './ReviewPlot.tsx'

export type ReviewsProps = {
  reviews: readonly number[]
  minimum: number
  round: Address
}

export function Reviews({ minimum, reviews, round }: ReviewsProps) {
  const { decimal, number } = useFormats()
  const { below, least, median } = summarise(reviews, minimum)
  const rows = reviews
    .map((count, index) => ({ proposal: index + 1, count }))
    .sort((one, other) => one.count - other.count)
  return (
    <section className="stack" aria-labelledby="reviews">
      <h2 id="reviews">
        <Trans>제안마다 심사표</Trans>
      </h2>
      <p className="strong" data-least={least} data-below={below}>
        <Trans>
          최소 {number(least)} · 중간값 {decimal(median)} · 기준{' '}
          {number(minimum)} 미만 {number(below)}개
        </Trans>
      </p>
      <p className="quiet">
        <Trans>
          기준에 못 미친 제안은 추천되지 않습니다. 의견 없음도 여기서는 한
          번으로 셉니다.
        </Trans>
      </p>
      <ReviewPlot reviews={reviews} minimum={minimum} />
      <details>
        <summary>
          <Trans>적은 것부터 표로 보기</Trans>
        </summary>
        <div className="review-table">
          <table aria-labelledby="reviews">
            <thead>
              <tr>
                <th scope="col">
                  <Trans>제안</Trans>
                </th>
                <th scope="col">
                  <Trans>심사표</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ count, proposal }) => (
                <tr key={proposal} data-proposal={proposal}>
                  <th scope="row">
                    <a className="back" href={`#/r/${round}/p/${proposal}`}>
                      <Trans>{number(proposal)}번</Trans>
                    </a>
                  </th>
                  <td>
                    {number(count)}
                    {count < minimum && (
                      <>
                        {' '}
                        <span className="state state--bad">
                          <Trans>모자람</Trans>
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}
