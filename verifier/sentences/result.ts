/** What the checks of ranking, objections, decision and documents say. */
import { many, say } from './say.ts'

export const resultSentences = {
  'ranking.order': {
    title: say('순위', 'the ranking'),
    passed: ({ proposals }: { proposals: number }) =>
      say(
        `제안 ${proposals}개의 순위를 다시 매겨 같은 결과를 얻었습니다.`,
        `Ranking ${many(proposals, 'proposal')} again gives the same order.`,
      ),
    place: () =>
      say(
        '이 자리에는 다른 제안이 와야 합니다.',
        'Another proposal belongs in this place of the ranking.',
      ),
    doubled: () =>
      say('순위가 두 번 기록되었습니다.', 'There is more than one ranking.'),
  },
  'ranking.recommended': {
    title: say('추천', 'the recommendation'),
    passed: ({ recommended }: { recommended: number }) =>
      say(
        `순위에서 추천된 제안 ${recommended}개가 규칙과 같습니다.`,
        `${many(recommended, 'proposal')} recommended, just as the rules have it.`,
      ),
    added: () =>
      say(
        '규칙으로는 추천되지 않는 제안이 추천되었습니다.',
        'A proposal is recommended that the rules do not recommend.',
      ),
    missing: () =>
      say(
        '규칙으로는 추천되는 제안이 빠졌습니다.',
        'A proposal is not recommended that the rules recommend.',
      ),
    spent: () =>
      say(
        '추천된 제안의 금액 합이 다릅니다.',
        'The money of the recommended proposals adds up to something else.',
      ),
  },
  'objections.history': {
    title: say('이의와 답변', 'objections and answers'),
    passed: ({
      objections,
      answered,
    }: {
      objections: number
      answered: number
    }) =>
      say(
        `이의 ${objections}건 가운데 ${answered}건에 답변이 있습니다.`,
        `${many(objections, 'objection')}, ${answered} of them answered.`,
      ),
    number: () =>
      say('이의의 번호가 이어지지 않습니다.', 'The objections have a gap.'),
    key: () =>
      say(
        '이의를 낸 열쇠가 명부나 제안의 것이 아닙니다.',
        'The key of the objection is neither on the roll nor of a proposal.',
      ),
    doubled: () =>
      say('한 열쇠가 두 번 이의를 냈습니다.', 'One key objected twice.'),
    answer: () =>
      say(
        '없는 이의에 답했거나 두 번 답했습니다.',
        'The answer is to no objection, or a second one.',
      ),
  },
  'objections.signatures': {
    title: say('이의의 서명', 'the signatures on objections'),
    passed: ({ signatures }: { signatures: number }) =>
      say(
        `이의의 서명 ${signatures}개를 확인했습니다.`,
        `${many(signatures, 'signature')} of objections checked.`,
      ),
    wrong: () =>
      say(
        '이의를 낸 열쇠의 서명이 아닙니다.',
        'The objection is not signed by its key.',
      ),
    call: () =>
      say(
        '거래의 내용이 기록과 다릅니다.',
        'The transaction asks for something other than the log says.',
      ),
    unseen: () =>
      say(
        '서명을 여기서 확인할 수 없어 계약이 받아들인 것으로 봅니다.',
        'The signature cannot be checked here: it was accepted by the contract.',
      ),
  },
  'decision.departures': {
    title: say('순위와 다르게 한 결정', 'departures from the ranking'),
    passed: ({ departures }: { departures: number }) =>
      say(
        `순위와 다르게 한 결정 ${departures}건이 규칙을 지킵니다.`,
        `${many(departures, 'departure')} from the ranking, within the rules.`,
      ),
    removed: () =>
      say(
        '추천되지 않은 제안을 뺐습니다.',
        'A proposal was removed that was not recommended.',
      ),
    added: () =>
      say(
        '이 제안은 그 자리에 들어갈 수 없습니다(다른 반쪽·분야이거나 자격이 없음).',
        'This proposal cannot take that place: another half or category, or not eligible.',
      ),
    reason: () => say('까닭의 지문이 없습니다.', 'The reason is missing.'),
    budget: () =>
      say(
        '바꾼 뒤의 금액이 예산을 넘습니다.',
        'After the departures the money exceeds the half’s part of the budget.',
      ),
  },
  'decision.confirmation': {
    title: say('확정', 'the confirmation'),
    passed: ({
      selected,
      unanswered,
    }: {
      selected: number
      unanswered: number
    }) =>
      say(
        `제안 ${selected}개가 선정되었습니다(답변 없는 이의 ${unanswered}건).`,
        `${many(selected, 'proposal')} selected; objections without an answer: ${unanswered}.`,
      ),
    departures: () =>
      say(
        '확정 기록의 변경 수가 다릅니다.',
        'The confirmation names another number of departures.',
      ),
    unanswered: () =>
      say(
        '확정 기록의 답변 없는 이의 수가 다릅니다.',
        'The confirmation names another number of unanswered objections.',
      ),
    selected: () =>
      say(
        '이 제안의 선정 여부가 추천 및 변경과 다릅니다.',
        'Whether this proposal is selected does not follow from recommendation and departures.',
      ),
    doubled: () =>
      say(
        '확정이 두 번 기록되었습니다.',
        'There is more than one confirmation.',
      ),
  },
  'documents.digests': {
    title: say('문서', 'the documents'),
    passed: ({ documents }: { documents: number }) =>
      say(
        `문서 ${documents}개가 체인의 지문과 같습니다.`,
        `${many(documents, 'document')} with the digest that is on the chain.`,
      ),
    wrong: ({ what }: { what: string }) =>
      say(
        `문서의 내용이 체인의 지문과 다릅니다(${what}).`,
        `The document is not the one whose digest is on the chain (${what}).`,
      ),
    missing: ({ what }: { what: string }) =>
      say(
        `이 지문의 문서를 받지 못했습니다(${what}).`,
        `The document of this digest was not given (${what}).`,
      ),
    none: () => say('받은 문서가 없습니다.', 'No documents were given.'),
  },
}
