/** Times, numbers and money as people write them in their language. */
import { useMemo } from 'react'
import type { Language } from '../config/display.ts'
import { useLanguage } from './useLanguage.ts'

export type Formats = {
  /** Unix seconds: `3월 18일(목) 오후 6:00`; abroad with the zone. */
  moment: (seconds: number) => string
  day: (seconds: number) => string
  clock: (seconds: number) => string
  number: (value: number | bigint) => string
  /** Up to two places. */
  decimal: (value: number) => string
  percent: (share: number) => string
  /** `8,200,000원` */
  money: (amount: number | bigint, currency: string) => string
  /** `2일 4시간`, of so many seconds; never more than two parts. */
  span: (seconds: number) => string
}

const seoul = 'Asia/Seoul'

export function useFormats(): Formats {
  const language = useLanguage()
  return useMemo(() => createFormats(language), [language])
}

export function createFormats(language: Language): Formats {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB'
  const isAbroad = Intl.DateTimeFormat().resolvedOptions().timeZone !== seoul
  const zone = isAbroad ? { timeZoneName: 'short' as const } : {}
  const date = { month: 'long', day: 'numeric', weekday: 'short' } as const
  const time = { hour: 'numeric', minute: '2-digit' } as const
  const hours = language === 'en' ? { hour12: true } : {}
  const moment = new Intl.DateTimeFormat(locale, {
    ...{ ...date, ...time, ...zone, ...hours },
  })
  const day = new Intl.DateTimeFormat(locale, date)
  const clock = new Intl.DateTimeFormat(locale, { ...time, ...hours })
  const number = new Intl.NumberFormat(locale)
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  return {
    moment: (seconds) => moment.format(seconds * 1000),
    day: (seconds) => day.format(seconds * 1000),
    clock: (seconds) => clock.format(seconds * 1000),
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share) => percent.format(share),
    money: (amount, currency) =>
      language === 'ko' && currency === 'KRW'
        ? `${number.format(amount)}원`
        : `${number.format(amount)} ${currency}`,
    span: (seconds) => formatSpan(seconds, language),
  }
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
