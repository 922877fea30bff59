/** What the points of the check list before the freeze are called. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ReadinessPoint } from '../../../../chain/getReadiness.ts'

export const pointNames: Readonly<Record<ReadinessPoint, MessageDescriptor>> = {
  phase: msg`고정할 단계`,
  roster: msg`제안 번호 확정`,
  roll: msg`명부 공개`,
  notice: msg`명부 공개 기간`,
  keys: msg`열쇠지기의 열쇠`,
}
