/** What each time of a round is, and the margin that it needs. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Times } from '../../../../../protocol/rules.ts'

type Words = { label: MessageDescriptor; hint: MessageDescriptor }

export const timeWords: Readonly<Record<keyof Times, Words>> = {
  registerUntil: {
    label: msg`제안 모집 마감`,
    hint: msg`이때까지 공동체가 제안을 내고 고칩니다.`,
  },
  rosterBy: {
    label: msg`자격 확인 마감`,
    hint: msg`이때까지 제안의 자격을 확인하고 번호를 매깁니다.`,
  },
  freezeBy: {
    label: msg`고정 마감`,
    hint: msg`이때까지 명부를 공개하고 고정합니다. 자격 확인 뒤 명부 공개 기간보다 길어야 합니다.`,
  },
  drawBy: {
    label: msg`추첨 마감`,
    hint: msg`고정 뒤 1시간 이상. 열쇠지기가 추첨 값을 내놓을 시간입니다.`,
  },
  reviewFrom: {
    label: msg`심사 시작`,
    hint: msg`추첨 마감과 같거나 그 뒤. 심사 목록을 알릴 시간을 두세요.`,
  },
  close: {
    label: msg`심사 마감`,
    hint: msg`심사 시작 뒤 1시간 이상. 2주쯤이 알맞습니다.`,
  },
  releaseFrom: {
    label: msg`개표 시작`,
    hint: msg`마감 뒤 15분 이상. 마지막 심사표의 기록이 굳을 시간입니다.`,
  },
  releaseUntil: {
    label: msg`열쇠 조각 마감`,
    hint: msg`개표 시작 뒤 1시간 이상. 열쇠지기가 모이는 데 이틀쯤 두세요.`,
  },
  openUntil: {
    label: msg`개표 마감`,
    hint: msg`열쇠 조각 마감 뒤 48시간 이상. 누구나 심사표를 열 수 있어야 하기 때문입니다.`,
  },
  rollNotice: {
    label: msg`명부 공개 기간`,
    hint: msg`마지막으로 명부를 고친 뒤 이만큼 지나야 고정할 수 있습니다. 주민이 자기 열쇠를 확인할 시간입니다.`,
  },
  objectionPeriod: {
    label: msg`이의 신청 기간`,
    hint: msg`순위가 나온 뒤부터 셉니다.`,
  },
  answerPeriod: {
    label: msg`답변 기간`,
    hint: msg`이의 신청이 끝난 뒤부터 셉니다.`,
  },
}
