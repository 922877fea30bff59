/** Refusals of rules that could never finish. */
import { msg } from '@lingui/core/macro'
import type { ErrorName } from '../../../../../chain/contractErrors.ts'
import type { Explains } from './explanation.ts'
import { momentName, number, roleName, time } from './words.ts'

export const ofRules: Explains<Extract<ErrorName, `Rules_${string}`>> = {
  Rules_TimeOrder: ({ earliest, index, time: given }) => ({
    sentence: msg`‘${momentName(index)}’ 시각(${time(given)})이 너무 이릅니다.`,
    advice: msg`${time(earliest)} 또는 그 뒤로 정하세요.`,
  }),
  Rules_HolderMissing: ({ role }) => ({
    sentence: msg`담당(${roleName(role)})이 비어 있습니다.`,
    advice: msg`지갑 주소를 적으세요.`,
  }),
  Rules_DocumentMissing: () => ({
    sentence: msg`회차 문서가 없습니다.`,
    advice: msg`회차를 설명하는 문서를 먼저 올리세요.`,
  }),
  Rules_Reviewers: ({ reviewers, seatsPerCommunity }) => ({
    sentence: msg`공동체마다 심사자 ${number(seatsPerCommunity)}명과 따로 뽑은 심사자 ${number(reviewers)}명은 함께 쓸 수 없습니다.`,
    advice: msg`제안한 공동체가 심사하면 공동체마다 1명 이상만, 아니면 심사자 수만 정하세요.`,
  }),
  Rules_ReviewerCount: ({ count, most }) => ({
    sentence: msg`심사자 ${number(count)}명은 너무 많습니다.`,
    advice: msg`${number(most)}명까지 됩니다.`,
  }),
  Rules_ListLength: ({ listLength, most }) => ({
    sentence: msg`심사 목록에 제안 ${number(listLength)}개를 둘 수 없습니다.`,
    advice: msg`0(모든 제안)이나 2개에서 ${number(most)}개까지 됩니다. Borda는 15개까지입니다.`,
  }),
  Rules_ValueCount: ({ most, values }) => ({
    sentence: msg`심사표 한 장에 점수가 ${number(values)}개 들어갑니다.`,
    advice: msg`1개에서 ${number(most)}개까지 됩니다. 목록이나 기준을 줄이세요.`,
  }),
  Rules_Weights: ({ index }) => ({
    sentence: msg`${number(index + 1n)}번째 기준의 비중이 없거나 0입니다.`,
    advice: msg`기준마다 1에서 65,535까지 적으세요.`,
  }),
  Rules_MaxScore: () => ({
    sentence: msg`가장 높은 점수가 0입니다.`,
    advice: msg`1에서 255까지 정하세요.`,
  }),
  Rules_BallotLimit: ({ limit, most }) => ({
    sentence: msg`심사표를 ${number(limit)}번 보내게 할 수 없습니다.`,
    advice: msg`1번(고칠 수 없음)에서 ${number(most)}번(마지막 것을 셈)까지 됩니다.`,
  }),
  Rules_SeatsOrBudget: ({ budget, seats }) => ({
    sentence: msg`선정 수(${number(seats)}개)와 예산(${number(budget)})은 함께 쓸 수 없습니다.`,
    advice: msg`둘 중 하나만 정하세요.`,
  }),
  Rules_Quota: ({ index, seats, sum }) => ({
    sentence: msg`${number(index + 1n)}번째 분야 몫이 잘못되었거나, 몫의 합 ${number(sum)}개가 선정 수 ${number(seats)}개와 다릅니다.`,
    advice: msg`분야마다 한 번씩, 1개 이상, 32개 분야까지 적고 합을 선정 수와 맞추세요.`,
  }),
  Rules_RosterBounds: ({ least, most }) => ({
    sentence: msg`이 규칙에 맞는 제안 수가 없습니다: ${number(least)}개 이상이면서 ${number(most)}개 이하여야 합니다.`,
    advice: msg`목록이나 선정 수, 기준을 줄이세요.`,
  }),
  Rules_SumOverflow: ({ bound, most }) => ({
    sentence: msg`한 제안의 점수 합이 ${number(most)}까지 커질 수 있습니다. 한계는 ${number(bound)}입니다.`,
    advice: msg`비중이나 점수, 심사자 수를 줄이세요.`,
  }),
  Rules_MinOpened: ({ minOpened }) => ({
    sentence: msg`열려야 하는 심사표의 비율이 10,000분의 ${number(minOpened)}입니다.`,
    advice: msg`10,000분의 0에서 10,000까지 됩니다.`,
  }),
  Rules_DrawDelay: ({ drawDelay, most }) => ({
    sentence: msg`추첨을 ${number(drawDelay)}블록 뒤로 둘 수 없습니다.`,
    advice: msg`1블록에서 ${number(most)}블록까지 됩니다.`,
  }),
  Rules_Trustees: ({ count, most, threshold }) => ({
    sentence: msg`열쇠지기 ${number(count)}곳 중 ${number(threshold)}곳으로는 정할 수 없습니다.`,
    advice: msg`1곳 중 1곳이거나, 2곳 이상이 모여야 하고 모두 ${number(most)}곳까지 됩니다.`,
  }),
  Rules_TrusteeListed: ({ trustee }) => ({
    sentence: msg`열쇠지기 ${trustee} 주소가 두 번 있거나 비어 있습니다.`,
    advice: msg`열쇠지기마다 한 번씩만 적으세요.`,
  }),
  Rules_Verifier: ({ verifier }) => ({
    sentence: msg`서명 확인 계약 ${verifier} 주소에 계약이 없거나, 네 개보다 많습니다.`,
    advice: msg`이 체인에 올린 계약의 주소를 적으세요.`,
  }),
}
