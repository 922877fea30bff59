/** Why a date of deletion would be refused; undefined where it would not be. */

export type DateFault = 'none' | 'past' | 'late' | 'putOff'

/** Seconds: two years, as the relayer counts them. */
const longest = 2 * 366 * 24 * 3_600

/** Unix seconds, all of them; `standing`: null where none is set. */
export function checkDate(
  at: number,
  standing: number | null,
  now: number,
): DateFault | undefined {
  if (!Number.isFinite(at)) return 'none'
  if (at <= now) return 'past'
  if (standing !== null && at > standing) return 'putOff'
  return at > now + longest ? 'late' : undefined
}
