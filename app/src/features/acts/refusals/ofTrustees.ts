/** Refusals about key generation and the release of shares. */
import { msg } from '@lingui/core/macro'
import type { Explains } from './explanation.ts'
import { number, purposeName, time } from './words.ts'

export const ofTrustees: Explains<
  | 'Round_Attempt'
  | 'Round_TrusteeCount'
  | 'Round_TrusteeListed'
  | 'Round_NotTrustee'
  | 'Round_TrusteeStep'
  | 'Round_TrusteeMessage'
  | 'Round_AttemptDisputed'
  | 'Round_Transcript'
  | 'Round_KeysDiffer'
  | 'Round_NotOnCurve'
  | 'Round_SameKeys'
  | 'Round_TransportSecret'
  | 'Round_NoKeys'
  | 'Round_ReleaseWindow'
  | 'Round_TrusteeNumber'
  | 'Round_ShareReleased'
  | 'Round_ShareWrong'
> = {
  Round_Attempt: ({ attempt, current }) => ({
    sentence: msg`열쇠 만들기 ${number(attempt)}번째 시도는 진행 중이 아닙니다. 지금은 ${number(current)}번째입니다.`,
    advice: msg`화면을 다시 열어 지금 진행 중인 것에 참여하세요.`,
  }),
  Round_TrusteeCount: ({ count, least, most }) => ({
    sentence: msg`열쇠지기를 ${number(count)}곳 적었습니다.`,
    advice: msg`${number(least)}곳에서 ${number(most)}곳까지 적으세요.`,
  }),
  Round_TrusteeListed: ({ trustee }) => ({
    sentence: msg`열쇠지기 ${trustee} 주소가 두 번 있거나 비어 있습니다.`,
    advice: msg`열쇠지기마다 한 번씩만 적으세요.`,
  }),
  Round_NotTrustee: ({ caller }) => ({
    sentence: msg`${caller} 지갑은 지금 열쇠를 만드는 열쇠지기가 아닙니다.`,
    advice: msg`열쇠지기의 지갑으로 바꾸세요.`,
  }),
  Round_TrusteeStep: ({ trustee }) => ({
    sentence: msg`열쇠지기 ${number(trustee)}번은 이 일을 이미 했거나 아직 할 차례가 아닙니다.`,
    advice: msg`화면을 다시 열면 지금 할 일이 나옵니다.`,
  }),
  Round_TrusteeMessage: ({ expected, length }) => ({
    sentence: msg`열쇠지기의 글이 ${number(length)}바이트입니다. ${number(expected)}바이트여야 합니다.`,
    advice: msg`다른 열쇠지기와 같은 판의 프로그램을 쓰세요.`,
  }),
  Round_AttemptDisputed: ({ attempt }) => ({
    sentence: msg`열쇠 만들기 ${number(attempt)}번째 시도는 다툼으로 끝났습니다.`,
    advice: msg`관리자가 다음 시도를 시작해야 합니다.`,
  }),
  Round_Transcript: ({ digest, expected }) => ({
    sentence: msg`확인한 기록(${digest})이 이번 시도의 기록(${expected})과 다릅니다.`,
    advice: msg`최신 노드에서 다시 읽으세요.`,
  }),
  Round_KeysDiffer: ({ digest, expected }) => ({
    sentence: msg`이 열쇠(${digest})는 다른 열쇠지기들이 확인한 열쇠(${expected})와 다릅니다.`,
    advice: msg`어느 한쪽이 틀렸습니다. 관리자가 다음 시도를 시작해야 합니다.`,
  }),
  Round_NotOnCurve: ({ x, y }) => ({
    sentence: msg`(${x}, ${y}) 값은 P-256의 점이 아닙니다.`,
    advice: msg`열쇠를 다시 만드세요.`,
  }),
  Round_SameKeys: () => ({
    sentence: msg`심사표 열쇠와 추첨 열쇠가 같습니다.`,
    advice: msg`그대로면 추첨 때 심사표를 여는 비밀이 드러납니다. 다음 시도를 시작하세요.`,
  }),
  Round_TransportSecret: ({ trustee }) => ({
    sentence: msg`내놓은 비밀이 열쇠지기 ${number(trustee)}번의 전달 열쇠의 것이 아닙니다.`,
    advice: msg`이번 시도의 비밀이어야 합니다.`,
  }),
  Round_NoKeys: () => ({
    sentence: msg`열쇠지기들의 열쇠가 아직 정해지지 않았습니다.`,
    advice: msg`열쇠지기가 모두 확인해야 합니다.`,
  }),
  Round_ReleaseWindow: ({ from, until }) => ({
    sentence: msg`지금은 심사표 열쇠의 조각을 내놓을 때가 아닙니다.`,
    advice: msg`${time(from)}부터 ${time(until)}까지 내놓을 수 있습니다.`,
  }),
  Round_TrusteeNumber: ({ count, trustee }) => ({
    sentence: msg`열쇠지기 ${number(trustee)}번은 없습니다.`,
    advice: msg`1번부터 ${number(count)}번까지 있습니다.`,
  }),
  Round_ShareReleased: ({ purpose, trustee }) => ({
    sentence: msg`열쇠지기 ${number(trustee)}번의 조각(${purposeName(purpose)})은 이미 공개되어 있습니다.`,
    advice: msg`더 할 일이 없습니다.`,
  }),
  Round_ShareWrong: ({ purpose, trustee }) => ({
    sentence: msg`열쇠지기 ${number(trustee)}번의 조각(${purposeName(purpose)})이 아닙니다.`,
    advice: msg`확정된 열쇠를 만든 시도의 조각을 내놓으세요.`,
  }),
}
