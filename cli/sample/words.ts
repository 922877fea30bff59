/** Korean and English words of the sample's screens. */
import type { Phase } from '../../chain/enums.ts'
import type { Bilingual } from './documents.ts'

export const phaseNames: Readonly<Record<Phase, Bilingual>> = {
  registration: { ko: '제안 접수', en: 'registration' },
  screening: { ko: '접수 검토', en: 'screening' },
  roll: { ko: '명부 공개', en: 'roll' },
  draw: { ko: '추첨', en: 'draw' },
  review: { ko: '심사', en: 'review' },
  opening: { ko: '개표', en: 'opening' },
  ranking: { ko: '순위 확인', en: 'ranking' },
  objections: { ko: '이의 신청', en: 'objections' },
  answers: { ko: '이의 답변', en: 'answers' },
  confirmation: { ko: '확정 대기', en: 'confirmation' },
  confirmed: { ko: '확정', en: 'confirmed' },
  cancelled: { ko: '취소됨', en: 'cancelled' },
  lapsed: { ko: '기한이 지남', en: 'lapsed' },
  failed: { ko: '개표하지 못함', en: 'failed' },
}

const dateStyle = { dateStyle: 'full', timeStyle: 'short' } as const
const koreanDate = new Intl.DateTimeFormat('ko', dateStyle)
const englishDate = new Intl.DateTimeFormat('en-GB', dateStyle)

/** A Unix time in this machine's time zone. */
export function localTime(time: number): Bilingual {
  const date = new Date(time * 1000)
  return { ko: koreanDate.format(date), en: englishDate.format(date) }
}

/** 1234567n → 1,234,567 */
export function won(amount: bigint): Bilingual {
  const grouped = amount.toLocaleString('en-US')
  return { ko: `${grouped}원`, en: `${grouped} won` }
}

export function both({ ko, en }: Bilingual): string {
  return `${ko} / ${en}`
}

/** Every line a little to the right. */
export function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
