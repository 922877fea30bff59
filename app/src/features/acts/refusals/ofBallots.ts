/** Refusals about ballots and their opening. */
import { msg } from '@lingui/core/macro'
import type { Explains } from './explanation.ts'
import { number, time } from './words.ts'

export const ofBallots: Explains<
  | 'Round_BatchMalformed'
  | 'Round_PageFull'
  | 'Round_BallotLength'
  | 'Round_NotOnRoll'
  | 'Round_BallotLimit'
  | 'Round_BallotSuperseded'
  | 'Round_KeyMissing'
  | 'Round_NoPage'
  | 'Round_PageMismatch'
  | 'Round_OpeningMalformed'
> = {
  Round_BatchMalformed: ({ offset }) => ({
    sentence: msg`심사표 묶음이 ${number(offset)}바이트에서 끊겼습니다.`,
    advice: msg`봉인 파일 하나가 잘렸습니다. 다시 받아 오세요.`,
  }),
  Round_PageFull: ({ most }) => ({
    sentence: msg`한 번에 심사표 ${number(most)}장까지 올릴 수 있습니다.`,
    advice: msg`나누어 보내세요.`,
  }),
  Round_BallotLength: ({ expected, length }) => ({
    sentence: msg`심사표가 ${number(length)}바이트입니다. ${number(expected)}바이트여야 합니다.`,
    advice: msg`이 회차에 맞게 다시 봉인하세요.`,
  }),
  Round_NotOnRoll: ({ reviewer }) => ({
    sentence: msg`심사자 ${number(reviewer)}번 자리는 비어 있거나 명부에 없습니다.`,
    advice: msg`그 자리로는 심사표를 낼 수 없습니다.`,
  }),
  Round_BallotLimit: ({ limit, reviewer, version }) => ({
    sentence: msg`심사자 ${number(reviewer)}번은 ${number(version)}번째 심사표를 낼 수 없습니다. 규칙에는 ${number(limit)}번까지입니다.`,
    advice: msg`마지막으로 낸 심사표를 셉니다.`,
  }),
  Round_BallotSuperseded: ({ lastVersion, reviewer, version }) => ({
    sentence: msg`심사자 ${number(reviewer)}번은 ${number(lastVersion)}번째 심사표까지 냈으므로 ${number(version)}번째는 늦었습니다.`,
    advice: msg`규칙이 더 허락하면 다음 번호로 다시 봉인하세요.`,
  }),
  Round_KeyMissing: ({ signedFrom }) => ({
    sentence: msg`조각을 내놓은 열쇠지기가 모자라 이 심사표를 열 수 없습니다.`,
    advice: msg`${time(signedFrom)}부터 심사자가 자기 심사표를 서명으로 엽니다.`,
  }),
  Round_NoPage: ({ count, page }) => ({
    sentence: msg`심사표 묶음 ${number(page)}번은 없습니다.`,
    advice: msg`1번부터 ${number(count)}번까지 있습니다.`,
  }),
  Round_PageMismatch: ({ page }) => ({
    sentence: msg`보낸 것이 묶음 ${number(page)}번의 심사표가 아닙니다.`,
    advice: msg`최신 노드에서 다시 읽으세요.`,
  }),
  Round_OpeningMalformed: ({ offset, page }) => ({
    sentence: msg`묶음 ${number(page)}번의 개봉 값이 ${number(offset)}바이트에서 끊겼습니다.`,
    advice: msg`그 묶음을 다시 여세요.`,
  }),
}
