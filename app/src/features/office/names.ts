/** What the offices are called. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Office } from './duties.ts'

export const officeNames: Readonly<Record<Office, MessageDescriptor>> = {
  admin: msg`관리자`,
  registrar: msg`명부 담당`,
  screener: msg`자격 확인 담당`,
  committee: msg`위원회`,
  trustee: msg`열쇠지기`,
  anyone: msg`누구나`,
}
