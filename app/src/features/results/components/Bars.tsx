/** Bars from zero, one a row, with words and figures beside them. */

export type Bar = { name: string; value: number; shown: string }

export type BarsProps = {
  bars: readonly Bar[]
  /** Where the scale ends. */
  most: number
  /** What the chart says, for those who do not see it. */
  message: string
}

export function Bars({ bars, message, most }: BarsProps) {
  return (
    <div className="bars" role="img" aria-label={message}>
      {bars.map(({ name, shown, value }) => (
        <div className="bars__row" key={name}>
          <span className="bars__name">{name}</span>
          <svg className="bars__bar" height="20" aria-hidden="true">
            <rect
              width={`${most === 0 ? 0 : (100 * value) / most}%`}
              height="20"
              className="fill-accent"
            />
            <path d="M0.5 0v20" className="axis" />
          </svg>
          <span className="bars__value">{shown}</span>
        </div>
      ))}
    </div>
  )
}
