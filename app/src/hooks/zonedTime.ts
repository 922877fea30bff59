/** Unix seconds as a field of date and time has them, in the zone in which times are told. */
import { zone } from './zone.ts'

/** Swedes write dates as these fields do. */
const format = new Intl.DateTimeFormat('sv-SE', {
  ...{ dateStyle: 'short', timeStyle: 'medium' },
  timeZone: zone,
})

export function toZoned(seconds: number): string {
  return format
    .format(seconds * 1000)
    .replace(' ', 'T')
    .replace(/:00$/, '')
}

/** Null where the field is empty. */
export function fromZoned(text: string): number | null {
  const asUtc = Date.parse(`${text}Z`) / 1000
  if (Number.isNaN(asUtc)) return null
  const ahead = (seconds: number) =>
    Date.parse(`${toZoned(seconds)}Z`) / 1000 - seconds
  // Once more: the clocks may have been changed between the two.
  return asUtc - ahead(asUtc - ahead(asUtc))
}
