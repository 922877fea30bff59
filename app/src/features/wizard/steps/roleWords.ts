/** What each role does, and what it cannot do. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Holders } from '../../../../../protocol/rules.ts'

type Words = { label: MessageDescriptor; hint: MessageDescriptor }

export const roleWords: Readonly<Record<keyof Holders, Words>> = {
  admin: {
    label: msg`관리자`,
    hint: msg`고정하고, 마감 전에 취소할 수 있습니다. 점수는 볼 수도 바꿀 수도 없습니다.`,
  },
  registrar: {
    label: msg`명부 담당`,
    hint: msg`참여권을 나누어 주고 명부를 공개합니다. 대신 심사할 수는 없습니다.`,
  },
  screener: {
    label: msg`자격 확인 담당`,
    hint: msg`제안이 적격인지 이유를 적어 결정합니다.`,
  },
  committee: {
    label: msg`위원회`,
    hint: msg`이의에 답하고 결과를 확정합니다. 순위는 바꿀 수 없습니다.`,
  },
}
