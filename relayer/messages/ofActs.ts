/** Refusals about proposals and objections: the contract's, and the relayer's own. */
import type { Explain } from './message.ts'

export const ofActs: Readonly<Record<string, Explain>> = {
  Round_ProposalVersion: ({ lastVersion, version }) => ({
    ko: `제안의 ${version}번째 판은 이미 기록된 ${lastVersion}번째보다 뒤여야 합니다. 다음 판으로 다시 서명해 주세요.`,
    en: `Version ${version} of the proposal is not above the last one, ${lastVersion}. Sign the next version.`,
  }),
  Round_NoProposal: ({ key }) => ({
    ko: `${key}에는 유효한 제안이 없습니다. 등록되지 않았거나 이미 철회되었습니다.`,
    en: `${key} has no proposal that stands: it was never registered, or withdrawn.`,
  }),
  Round_RosterStarted: () => ({
    ko: '제안 목록을 확정하는 중이어서 더는 바꿀 수 없습니다.',
    en: 'The roster is being fixed: proposals change no more.',
  }),
  Round_DigestMissing: () => ({
    ko: '문서의 해시가 비어 있습니다.',
    en: 'The digest of the document is empty.',
  }),
  Round_NoReviewer: ({ count, reviewer }) => ({
    ko: `${reviewer}번 자리는 없습니다. 자리는 ${count}번까지입니다.`,
    en: `There is no seat ${reviewer}: the last one is ${count}.`,
  }),
  Round_Objected: ({ key }) => ({
    ko: `${key}은(는) 이미 이의를 제기했습니다. 열쇠마다 한 번만 할 수 있습니다.`,
    en: `${key} has objected already: each key does so once.`,
  }),
  TransactionFailed: () => ({
    ko: '거래가 실패했습니다. 같은 것을 다시 보내 주세요.',
    en: 'The transaction failed. Send the same again.',
  }),
  SignedElsewhere: ({ chainId, round }) => ({
    ko: `다른 회차에 서명한 것입니다: 체인 ${chainId}의 ${round}.`,
    en: `It was signed for another round: ${round} on chain ${chainId}.`,
  }),
  ActUnderWay: ({ id }) => ({
    ko: `이 열쇠로 보낸 다른 것이 처리되는 중입니다(${id}). 기록된 뒤에 다시 보내 주세요.`,
    en: `Another act of this key is under way (${id}). Send this one when that is recorded.`,
  }),
  ActUnknown: () => ({
    ko: '그런 것을 받은 적이 없습니다.',
    en: 'No such act was received here.',
  }),
  ActsExhausted: ({ most }) => ({
    ko: `하루에 무료로 보낼 수 있는 ${most}건을 다 썼습니다. 직접 보내거나 나중에 다시 해 주세요.`,
    en: `This relayer sends ${most} acts a day free of charge, and has. Send it directly, or try later.`,
  }),
}
