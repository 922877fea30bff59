/** Refusals about ranking, objections and confirmation. */
import { msg } from '@lingui/core/macro'
import type { Explains } from './explanation.ts'
import { halfName, number } from './words.ts'

export const ofDecision: Explains<
  | 'Round_OrderLength'
  | 'Round_OrderHalf'
  | 'Round_OrderWrong'
  | 'Round_Objected'
  | 'Round_NoObjection'
  | 'Round_Answered'
  | 'Round_DepartureRemoved'
  | 'Round_DepartureAdded'
  | 'Round_DepartureBudget'
  | 'Round_NoNumber'
> = {
  Round_OrderLength: ({ expected, half, length }) => ({
    sentence: msg`${halfName(half)} 순위에 제안 ${number(length)}개가 있습니다. ${number(expected)}개여야 합니다.`,
    advice: msg`순위를 다시 계산해서 내세요.`,
  }),
  Round_OrderHalf: ({ half, proposal }) => ({
    sentence: msg`제안 ${number(proposal)}번은 ${halfName(half)} 제안이 아닙니다.`,
    advice: msg`순위를 다시 계산해서 내세요.`,
  }),
  Round_OrderWrong: ({ first, half, second }) => ({
    sentence: msg`${halfName(half)}에서 제안 ${number(first)}번은 ${number(second)}번 앞에 올 수 없습니다.`,
    advice: msg`순위를 다시 계산해서 내세요.`,
  }),
  Round_Objected: ({ key }) => ({
    sentence: msg`${key} 열쇠는 이미 이의를 냈습니다.`,
    advice: msg`열쇠마다 한 번만 낼 수 있습니다.`,
  }),
  Round_NoObjection: ({ count, objection }) => ({
    sentence: msg`이의 ${number(objection)}번은 없습니다.`,
    advice: msg`이의는 모두 ${number(count)}건입니다.`,
  }),
  Round_Answered: ({ objection }) => ({
    sentence: msg`이의 ${number(objection)}번에는 이미 답했습니다.`,
    advice: msg`답은 바꿀 수 없습니다.`,
  }),
  Round_DepartureRemoved: ({ proposal }) => ({
    sentence: msg`제안 ${number(proposal)}번은 추천되지 않았거나 이미 뺐습니다.`,
    advice: msg`추천된 제안만, 한 번씩 뺄 수 있습니다.`,
  }),
  Round_DepartureAdded: ({ proposal }) => ({
    sentence: msg`제안 ${number(proposal)}번은 그 자리에 넣을 수 없습니다.`,
    advice: msg`같은 조와 분야에서 아직 뽑히지 않은 적격 제안을 고르거나 비워 두세요.`,
  }),
  Round_DepartureBudget: ({ budget, half, spent }) => ({
    sentence: msg`바꾼 대로면 ${halfName(half)}에서 ${number(spent)}만큼 쓰는데, 예산은 ${number(budget)}입니다.`,
    advice: msg`금액이 더 작은 제안을 넣거나 비워 두세요.`,
  }),
  Round_NoNumber: ({ count, number: given }) => ({
    sentence: msg`제안 ${number(given)}번은 없습니다.`,
    advice: msg`1번부터 ${number(count)}번까지 있습니다.`,
  }),
}
