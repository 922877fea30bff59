/** A date to come back, as a file that every calendar reads (RFC 5545). */

export type CalendarEntry = {
  /** Unix seconds. */
  from: number
  until: number
  title: string
  address: string
}

export function toCalendar(entry: CalendarEntry): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Dure//KO'],
    'BEGIN:VEVENT',
    `UID:${entry.from}-${entry.until}@dure`,
    `DTSTAMP:${stamp(entry.from)}`,
    `DTSTART:${stamp(entry.from)}`,
    `DTEND:${stamp(entry.until)}`,
    `SUMMARY:${escape(entry.title)}`,
    `DESCRIPTION:${escape(entry.address)}`,
    `URL:${entry.address}`,
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escape(entry.title)}`],
    ...['TRIGGER:PT0M', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR'],
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** `20270309T000000Z` */
function stamp(seconds: number): string {
  const iso = new Date(seconds * 1000).toISOString()
  return `${iso.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, (one) => `\\${one}`)
}
