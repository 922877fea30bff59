/** What each holder of a role can do, and what the contract lets none of them do. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '../../../../../chain/enums.ts'

export type Power = {
  name: MessageDescriptor
  can: MessageDescriptor
  cannot: readonly MessageDescriptor[]
}

export const powers: Readonly<Record<Role | 'trustee' | 'relayer', Power>> = {
  admin: {
    name: msg`관리자`,
    can: msg`회차를 만들고, 적격 제안에 번호를 매기고, 고정하고, 마감 전에 이유를 밝혀 취소합니다.`,
    cannot: [
      msg`심사표를 읽거나 더하거나 빼거나 고치지 못합니다.`,
      msg`규칙과 일정을 바꾸지 못합니다.`,
      msg`적격 제안을 빼지 못합니다.`,
      msg`고정한 뒤에는 취소 말고 아무것도 못 하고, 마감 뒤에는 취소도 못 합니다.`,
    ],
  },
  registrar: {
    name: msg`명부 담당`,
    can: msg`심사자 명부를 공개하고, 고정 전까지 고칩니다.`,
    cannot: [
      msg`고정한 뒤에는 명부를 바꾸지 못합니다.`,
      msg`기록을 남기지 않고 바꾸지 못합니다.`,
      msg`남의 열쇠로 심사표를 내지 못합니다.`,
    ],
  },
  screener: {
    name: msg`자격 확인 담당`,
    can: msg`제안이 자격에 맞는지 정하고 이유를 공개합니다.`,
    cannot: [
      msg`이유 없이 정하지 못합니다.`,
      msg`보지 않은 새 판을 정하지 못합니다.`,
      msg`제안 번호가 정해지기 시작한 뒤에는 아무것도 정하지 못합니다.`,
    ],
  },
  committee: {
    name: msg`위원회`,
    can: msg`이의에 답하고, 순위를 확정하거나 이유를 밝혀 바꿉니다.`,
    cannot: [
      msg`순위를 고치지 못합니다. 다르게 정한 것은 따로 이유와 함께 남습니다.`,
      msg`다른 조나 다른 분야의 제안으로 바꾸지 못합니다.`,
      msg`조마다 정해진 예산을 넘기지 못합니다.`,
    ],
  },
  trustee: {
    name: msg`열쇠지기`,
    can: msg`열쇠를 나눠 갖고, 추첨과 마감 뒤에 자기 조각을 내놓습니다.`,
    cannot: [
      msg`정해진 수가 모이지 않으면 아무것도 열지 못합니다.`,
      msg`틀린 조각을 내놓지 못합니다. 계약이 확인합니다.`,
      msg`조각을 내놓지 않는 것으로 추첨 결과를 고르지 못합니다.`,
    ],
  },
  relayer: {
    name: msg`중계자`,
    can: msg`심사표와 제안을 돈을 받지 않고 공개 장부에 옮깁니다. 늦추거나 빠뜨릴 수는 있습니다. 그러면 접수증이 증거가 되고, 다른 길로 보낼 수 있습니다.`,
    cannot: [
      msg`심사표를 읽지 못합니다.`,
      msg`심사표나 제안을 고치거나 지어내지 못합니다.`,
    ],
  },
}
