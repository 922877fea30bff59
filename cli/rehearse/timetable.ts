/** The times of a rehearsed round: weeks on the chain, seconds on the clock. */
import type { Times } from '../../protocol/rules.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Every phase is long enough for one block a transaction and second. */
export function planTimes(now: number): Times {
  const registerUntil = now + 14 * day
  const rosterBy = registerUntil + 7 * day
  const freezeBy = rosterBy + 14 * day
  const drawBy = freezeBy + 2 * day
  const reviewFrom = drawBy + day
  const close = reviewFrom + 14 * day
  const releaseFrom = close + hour
  const releaseUntil = releaseFrom + 2 * day
  return {
    registerUntil,
    rosterBy,
    freezeBy,
    drawBy,
    reviewFrom,
    close,
    releaseFrom,
    releaseUntil,
    openUntil: releaseUntil + 7 * day,
    rollNotice: 3 * day,
    objectionPeriod: 7 * day,
    answerPeriod: 7 * day,
  }
}
