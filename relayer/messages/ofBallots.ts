/** Refusals about ballots: the contract's, and the relayer's own. */
import { type Phase, phases } from '../../chain/enums.ts'
import type { Explain } from './message.ts'

const phaseNames: Readonly<Record<Phase, { ko: string; en: string }>> = {
  registration: { ko: '제안 접수', en: 'registration' },
  screening: { ko: '제안 검토', en: 'screening' },
  roll: { ko: '명부 공개', en: 'roll' },
  draw: { ko: '추첨', en: 'draw' },
  review: { ko: '심사', en: 'review' },
  opening: { ko: '개표', en: 'opening' },
  ranking: { ko: '순위 확정', en: 'ranking' },
  objections: { ko: '이의 제기', en: 'objections' },
  answers: { ko: '이의 답변', en: 'answers' },
  confirmation: { ko: '확정', en: 'confirmation' },
  confirmed: { ko: '확정 완료', en: 'confirmed' },
  cancelled: { ko: '취소', en: 'cancelled' },
  lapsed: { ko: '실효', en: 'lapsed' },
  failed: { ko: '무산', en: 'failed' },
}

export const ofBallots: Readonly<Record<string, Explain>> = {
  Round_WrongPhase: ({ phase }) => {
    const name = phaseNames[phases[Number(phase)] ?? 'registration']
    return {
      ko: `지금 단계에서는 할 수 없습니다. 현재 단계: ${name.ko}.`,
      en: `This is not open now. The round stands in: ${name.en}.`,
    }
  },
  Round_BatchMalformed: () => ({
    ko: '심사표가 중간에 끊겼습니다. 다시 만들어 보내 주세요.',
    en: 'The ballot is cut short. Make it again and send it.',
  }),
  Round_BallotLength: ({ expected, length }) => ({
    ko: `심사표는 ${expected}바이트여야 하는데 ${length}바이트입니다. 이 회차의 심사표로 다시 만들어 주세요.`,
    en: `The ballot has ${length} bytes instead of ${expected}. Seal it again for this round.`,
  }),
  Round_NotOnRoll: ({ reviewer }) => ({
    ko: `${reviewer}번 자리는 비어 있거나 명부에 없습니다.`,
    en: `Seat ${reviewer} is empty or not on the roll.`,
  }),
  Round_BallotLimit: ({ limit, reviewer, version }) => ({
    ko: `${reviewer}번 심사자는 심사표를 ${limit}번까지만 낼 수 있어 ${version}번째는 받을 수 없습니다.`,
    en: `Reviewer ${reviewer} cannot cast version ${version}: the rules allow ${limit}.`,
  }),
  Round_BallotSuperseded: ({ lastVersion, reviewer, version }) => ({
    ko: `${reviewer}번 심사자는 이미 ${lastVersion}번째 심사표를 냈으므로 ${version}번째는 늦었습니다.`,
    en: `Reviewer ${reviewer} already cast version ${lastVersion}, so version ${version} comes too late.`,
  }),
  Round_BadSignature: ({ key }) => ({
    ko: `명부에 있는 열쇠 ${key}의 서명이 아닙니다.`,
    en: `It is not signed by the key on the roll, ${key}.`,
  }),
  Round_ForeignGas: () => ({
    ko: '지갑 계약이 서명을 확인하지 못했습니다. 직접 제출해 주세요.',
    en: 'The wallet contract could not check the signature. Send the ballot directly.',
  }),
  VersionTaken: ({ reviewer, version }) => ({
    ko: `${reviewer}번 심사자의 ${version}번째 심사표로 다른 것을 이미 받았습니다. 다음 번째로 다시 만들어 주세요.`,
    en: `Another ballot of reviewer ${reviewer}, version ${version}, was received before. Seal the next version.`,
  }),
  TooLate: ({ seconds }) => ({
    ko: `마감 ${seconds}초 전부터는 받지 않습니다. 직접 제출해 주세요.`,
    en: `Nothing is taken in the last ${seconds} seconds before the close. Send the ballot directly.`,
  }),
  BallotUnknown: ({ reviewer }) => ({
    ko: `${reviewer}번 심사자에게서 받은 심사표가 없습니다.`,
    en: `No ballot of reviewer ${reviewer} was received here.`,
  }),
}
