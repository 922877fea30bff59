/** A histogram of reviews a proposal, with the least that is needed as a line. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import { histogram, summarise } from '../coverageOf.ts'

const width = 640
const height = 160

export type ReviewPlotProps = { reviews: readonly number[]; minimum: number }

export function ReviewPlot({ minimum, reviews }: ReviewPlotProps) {
  const { t } = useLingui()
  const { number } = useFormats()
  const bins = histogram(reviews)
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const step = width / Math.max(1, bins.length)
  const { below, least } = summarise(reviews, minimum)
  const top = bins.at(-1)?.to ?? 0
  const line = (Math.min(minimum, top + 1) / (top + 1)) * width
  return (
    <figure className="stack stack--tight">
      <svg
        className="histogram"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`제안마다 심사표 수의 분포: 최소 ${number(least)}, 기준 미만 ${number(below)}개`}
      >
        {bins.map(({ count, from }, index) => (
          <rect
            key={from}
            className={from < minimum ? 'histogram__low' : ''}
            x={index * step + 1}
            y={height - (count / most) * (height - 4)}
            width={Math.max(1, step - 2)}
            height={(count / most) * (height - 4)}
          />
        ))}
        <line x1={line} x2={line} y1={0} y2={height} />
      </svg>
      <div className="histogram__ends" aria-hidden="true">
        <span>0</span>
        <span>{number(top)}</span>
      </div>
      <figcaption className="quiet">
        <Trans>
          가로: 한 제안의 심사표 수 · 세로: 제안 수 · 점선: 기준{' '}
          {number(minimum)}
        </Trans>
      </figcaption>
    </figure>
  )
}
