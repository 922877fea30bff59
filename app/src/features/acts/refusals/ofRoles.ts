/** Refusals about phases, roles and signatures. */
import { msg } from '@lingui/core/macro'
import type { Explains } from './explanation.ts'
import { number, phaseName, roleName } from './words.ts'

export const ofRoles: Explains<
  | 'Round_WrongPhase'
  | 'Round_NotARound'
  | 'Round_NotHolder'
  | 'Round_NotOffered'
  | 'Round_DigestMissing'
  | 'Round_BadSignature'
  | 'Round_ForeignGas'
> = {
  Round_WrongPhase: ({ phase }) => ({
    sentence: msg`지금은 이 일을 할 때가 아닙니다. 지금 단계: ${phaseName(phase)}.`,
    advice: msg`회차 화면의 일정을 보고 그때 하세요. 다른 담당이 먼저 끝낸 일이면 할 일이 없습니다.`,
  }),
  Round_NotARound: () => ({
    sentence: msg`이 주소는 회차가 아니라 회차들의 바탕 계약입니다.`,
    advice: msg`회차의 주소로 다시 여세요.`,
  }),
  Round_NotHolder: ({ caller, role }) => ({
    sentence: msg`${caller} 지갑은 이 회차의 담당(${roleName(role)})이 아닙니다.`,
    advice: msg`담당 지갑으로 바꾼 뒤 다시 하세요. 누가 담당인지는 ‘담당’ 화면에 있습니다.`,
  }),
  Round_NotOffered: ({ caller, role }) => ({
    sentence: msg`${caller} 지갑에 이 담당(${roleName(role)})을 넘겨주겠다고 한 적이 없습니다.`,
    advice: msg`지금 담당이 ‘담당 넘기기’에서 이 주소를 먼저 적어야 합니다.`,
  }),
  Round_DigestMissing: () => ({
    sentence: msg`문서 없이는 기록할 수 없습니다.`,
    advice: msg`이유나 공고를 적은 문서를 함께 내세요.`,
  }),
  Round_BadSignature: ({ key }) => ({
    sentence: msg`서명이 ${key} 열쇠의 것이 아닙니다.`,
    advice: msg`그 열쇠로, 이 회차에서, 같은 내용에 다시 서명하세요.`,
  }),
  Round_ForeignGas: ({ available, needed }) => ({
    sentence: msg`계약 지갑에 물어볼 여유가 모자랍니다: 필요한 가스 ${number(needed)}, 남은 가스 ${number(available)}.`,
    advice: msg`한 번에 보내는 양을 줄이거나 지갑에서 가스 한도를 올리세요.`,
  }),
}
