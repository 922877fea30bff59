/** Times, numbers and money as people write them in their language. */
import type { Language } from '../config/display.ts'
import { useLanguage } from './useLanguage.ts'
import { zone } from './zone.ts'

export type Formats = {
  /** Unix seconds: `3월 18일(목) 오후 6:00`; abroad with `(한국 시간)` behind it. */
  moment: (seconds: number) => string
  day: (seconds: number) => string
  clock: (seconds: number) => string
  number: (value: number | bigint) => string
  /** Up to two places. */
  decimal: (value: number) => string
  percent: (share: number) => string
  /** `8,200,000원`, in English `₩8,200,000` */
  money: (amount: number | bigint, currency: string) => string
  /** `2일 4시간`, of so many seconds; never more than two parts. */
  span: (seconds: number) => string
}

export function useFormats(): Formats {
  return formatsOf(useLanguage())
}

const kept = new Map<Language, Formats>()

/** Made once for each language, each format at its first use: they are slow to make. */
export function formatsOf(language: Language): Formats {
  const formats = kept.get(language) ?? createFormats(language)
  kept.set(language, formats)
  return formats
}

function createFormats(language: Language): Formats {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB'
  const date = { month: 'long', day: 'numeric', weekday: 'short' } as const
  const time = { hour: 'numeric', minute: '2-digit', hour12: true } as const
  const named = language === 'ko' ? ' (한국 시간)' : ' (Korean time)'
  const abroad = atFirstUse(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    return timeZone === zone ? '' : named
  })
  const dates = (style: Intl.DateTimeFormatOptions) => {
    const format = atFirstUse(
      () => new Intl.DateTimeFormat(locale, { ...style, timeZone: zone }),
    )
    return (seconds: number) =>
      // Browsers put a space before (목).
      format()
        .format(seconds * 1000)
        .replace(' (', '(') + abroad()
  }
  const numbers = (style: Intl.NumberFormatOptions) => {
    const format = atFirstUse(() => new Intl.NumberFormat(locale, style))
    return (value: number | bigint) => format().format(value)
  }
  const number = numbers({})
  return {
    moment: dates({ ...date, ...time }),
    day: dates(date),
    clock: dates(time),
    number,
    decimal: numbers({ maximumFractionDigits: 2 }),
    percent: numbers({ style: 'percent', maximumFractionDigits: 1 }),
    money: (amount, currency) => {
      const written = number(amount)
      if (currency !== 'KRW') return `${written} ${currency}`
      return language === 'ko' ? `${written}원` : `₩${written}`
    },
    span: (seconds) => formatSpan(seconds, language),
  }
}

function atFirstUse<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

const units = [
  { seconds: 86_400, ko: '일', en: 'day' },
  { seconds: 3_600, ko: '시간', en: 'hour' },
  { seconds: 60, ko: '분', en: 'minute' },
] as const

function formatSpan(seconds: number, language: Language): string {
  const at = units.findIndex((unit) => seconds >= unit.seconds)
  const first = units[at === -1 ? units.length - 1 : at]
  if (!first) return ''
  const count = Math.max(at === -1 ? 1 : 0, Math.floor(seconds / first.seconds))
  const second = at === -1 ? undefined : units[at + 1]
  const rest = second
    ? Math.floor((seconds - count * first.seconds) / second.seconds)
    : 0
  const parts = [nameOf(count, first, language)]
  if (second && rest > 0) parts.push(nameOf(rest, second, language))
  return parts.join(' ')
}

function nameOf(
  count: number,
  unit: (typeof units)[number],
  language: Language,
): string {
  if (language === 'ko') return `${count}${unit.ko}`
  return `${count} ${unit.en}${count === 1 ? '' : 's'}`
}
