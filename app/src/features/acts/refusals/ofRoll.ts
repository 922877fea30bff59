/** Refusals about the roll and the draw. */
import { msg } from '@lingui/core/macro'
import type { Explains } from './explanation.ts'
import { number, time } from './words.ts'

export const ofRoll: Explains<
  | 'Round_RollChunk'
  | 'Round_RollIncomplete'
  | 'Round_RollNotice'
  | 'Round_BlockTooEarly'
  | 'Round_BlockHashMissing'
  | 'Round_BlockHashStored'
  | 'Round_BlockHashFirst'
  | 'Round_LotteryShares'
  | 'Round_LotteryKey'
  | 'Round_Drawn'
  | 'Round_NotDrawn'
  | 'Round_NoReviewer'
> = {
  Round_RollChunk: ({ chunk, expected, length }) => ({
    sentence: msg`명부의 ${number(chunk)}번째 묶음이 ${number(length)}바이트입니다. ${number(expected)}바이트여야 합니다.`,
    advice: msg`명부의 줄 수가 좌석 수와 같은지 확인하세요.`,
  }),
  Round_RollIncomplete: ({ chunks, expected }) => ({
    sentence: msg`명부가 다 공개되지 않았습니다: 묶음 ${number(expected)}개 중 ${number(chunks)}개.`,
    advice: msg`명부 담당이 나머지를 공개해야 합니다.`,
  }),
  Round_RollNotice: ({ changedAt, freezeFrom }) => ({
    sentence: msg`명부를 공개한 지 얼마 되지 않았습니다. 마지막으로 바뀐 때: ${time(changedAt)}.`,
    advice: msg`${time(freezeFrom)}부터 고정할 수 있습니다.`,
  }),
  Round_BlockTooEarly: ({ fixedBlock }) => ({
    sentence: msg`추첨이 기다리는 블록 ${number(fixedBlock)}번이 아직 오지 않았습니다.`,
    advice: msg`몇 분 뒤에 다시 하세요.`,
  }),
  Round_BlockHashMissing: ({ fixedBlock }) => ({
    sentence: msg`블록 ${number(fixedBlock)}번의 해시를 체인이 내주지 않습니다.`,
    advice: msg`몇 블록 뒤에 다시 하세요.`,
  }),
  Round_BlockHashStored: () => ({
    sentence: msg`추첨에 쓸 블록 해시는 이미 저장되어 있습니다.`,
    advice: msg`열쇠지기들이 추첨 조각을 내놓을 차례입니다.`,
  }),
  Round_BlockHashFirst: () => ({
    sentence: msg`추첨에 쓸 블록 해시가 아직 저장되지 않았습니다.`,
    advice: msg`누구나 저장할 수 있습니다. 먼저 저장하세요.`,
  }),
  Round_LotteryShares: ({ released, threshold }) => ({
    sentence: msg`추첨에 조각 ${number(threshold)}개가 필요한데 ${number(released)}개만 나왔습니다.`,
    advice: msg`열쇠지기들을 기다리세요.`,
  }),
  Round_LotteryKey: () => ({
    sentence: msg`나온 조각들로 추첨 열쇠가 만들어지지 않습니다.`,
    advice: msg`열쇠지기들이 잘못된 열쇠를 확인했습니다. 이 회차는 기한이 지나면 중단됩니다.`,
  }),
  Round_Drawn: () => ({
    sentence: msg`추첨은 이미 끝났습니다.`,
    advice: msg`추첨은 한 번뿐입니다.`,
  }),
  Round_NotDrawn: () => ({
    sentence: msg`아직 추첨하지 않았습니다.`,
    advice: msg`열쇠지기들의 조각이 모이면 추첨하세요.`,
  }),
  Round_NoReviewer: ({ count, reviewer }) => ({
    sentence: msg`심사자 ${number(reviewer)}번은 없습니다.`,
    advice: msg`1번부터 ${number(count)}번까지 있습니다.`,
  }),
}
