/** Where a normal distribution falls into equal parts. */

/** The `parts - 1` bounds between them, to four places. */
export function quantiles(parts: number): number[] {
  return Array.from({ length: parts - 1 }, (_, index) =>
    round(findQuantile((index + 1) / parts)),
  )
}

function findQuantile(share: number): number {
  let low = -8
  let high = 8
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (shareBelow(middle) < share) low = middle
    else high = middle
  }
  return low
}

/** Abramowitz and Stegun, 7.1.26: off by at most 1.5e-7. */
function shareBelow(value: number): number {
  const x = Math.abs(value) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const factors = [
    1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592,
  ]
  const sum = factors.reduce((rest, factor) => (rest + factor) * t, 0)
  const error = 1 - sum * Math.exp(-x * x)
  return value < 0 ? (1 - error) / 2 : (1 + error) / 2
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
