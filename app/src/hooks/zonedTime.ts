/** Unix seconds as a field of date and time has them, in the zone of the device. */

export function toLocal(seconds: number): string {
  const date = new Date(seconds * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  const time = [date.getHours(), date.getMinutes()]
  if (date.getSeconds() !== 0) time.push(date.getSeconds())
  return `${day.map(two).join('-')}T${time.map(two).join(':')}`
}

/** Null where the field is empty. */
export function fromLocal(text: string): number | null {
  const time = new Date(text).getTime()
  return Number.isNaN(time) ? null : Math.floor(time / 1000)
}
