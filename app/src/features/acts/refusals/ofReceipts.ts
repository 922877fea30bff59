/** Refusals about the receipts of relayers. */
import { msg } from '@lingui/core/macro'
import type { Explains } from './explanation.ts'
import { number, time } from './words.ts'

export const ofReceipts: Explains<
  | 'Receipts_NotARound'
  | 'Receipts_RoundCancelled'
  | 'Receipts_NotDue'
  | 'Receipts_PromiseKept'
  | 'Receipts_BallotReplaced'
  | 'Receipts_NotSigned'
  | 'Receipts_AlreadyRecorded'
  | 'Receipts_UrlLength'
> = {
  Receipts_NotARound: ({ round }) => ({
    sentence: msg`이 접수증들의 계약은 회차 ${round} 주소를 만든 적이 없습니다.`,
    advice: msg`진짜 회차의 접수증이 아닙니다.`,
  }),
  Receipts_RoundCancelled: ({ round }) => ({
    sentence: msg`회차 ${round} 주소는 취소되어 심사표를 기록할 수 없습니다.`,
    advice: msg`중계자의 잘못이 아닙니다.`,
  }),
  Receipts_NotDue: ({ includeBy }) => ({
    sentence: msg`중계자가 아직 약속을 지킬 수 있습니다.`,
    advice: msg`${time(includeBy)}까지, 마감이 더 이르면 마감까지 기다리세요.`,
  }),
  Receipts_PromiseKept: ({ reviewer, version }) => ({
    sentence: msg`심사자 ${number(reviewer)}번의 ${number(version)}번째 심사표는 기록되어 있습니다.`,
    advice: msg`‘내 심사표 확인’에서 어떻게 되었는지 볼 수 있습니다.`,
  }),
  Receipts_BallotReplaced: ({ lastVersion, reviewer, version }) => ({
    sentence: msg`심사자 ${number(reviewer)}번이 그 뒤 ${number(lastVersion)}번째 심사표를 내서 ${number(version)}번째를 대신했습니다.`,
    advice: msg`나중 심사표를 셉니다.`,
  }),
  Receipts_NotSigned: ({ relayer }) => ({
    sentence: msg`이 접수증은 ${relayer} 중계자가 서명한 것이 아닙니다.`,
    advice: msg`내용이 바뀌었거나 다른 체인의 접수증입니다.`,
  }),
  Receipts_AlreadyRecorded: ({ relayer, reviewer, version }) => ({
    sentence: msg`${relayer} 중계자가 심사자 ${number(reviewer)}번의 ${number(version)}번째 심사표를 올리지 않은 것은 이미 기록되어 있습니다.`,
    advice: msg`더 할 일이 없습니다.`,
  }),
  Receipts_UrlLength: ({ length, most }) => ({
    sentence: msg`중계자 주소가 ${number(length)}바이트입니다.`,
    advice: msg`${number(most)}바이트까지 됩니다.`,
  }),
}
