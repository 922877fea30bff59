/** What the contract's phases are called. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Phase } from '../../../chain/enums.ts'

export const phaseNames: Readonly<Record<Phase, MessageDescriptor>> = {
  registration: msg`모집`,
  screening: msg`자격 확인`,
  roll: msg`명부 공개와 고정`,
  draw: msg`추첨`,
  review: msg`심사`,
  opening: msg`개표`,
  ranking: msg`순위 매기기`,
  objections: msg`이의 신청`,
  answers: msg`이의에 답하기`,
  confirmation: msg`확정`,
  confirmed: msg`확정됨`,
  cancelled: msg`취소됨`,
  lapsed: msg`기한이 지나 중단됨`,
  failed: msg`열지 못함`,
}
