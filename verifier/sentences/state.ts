/** What the checks of the contract's own answers say. */
import { many, say } from './say.ts'

/** All of them compare answers, so they differ in what these are about. */
function about(ko: string, en: string) {
  return {
    title: say(`계약의 답: ${ko}`, `the contract’s answers on ${en}`),
    passed: ({ answers }: { answers: number }) =>
      say(
        `${ko}에 관한 계약의 답 ${answers}개가 다시 계산한 것과 같습니다.`,
        `${many(answers, 'answer')} of the contract on ${en}: as the history gives.`,
      ),
    other: () =>
      say(
        `${ko}에 관한 계약의 답이 다시 계산한 것과 다릅니다.`,
        `The contract’s answer on ${en} is not what the history gives.`,
      ),
  }
}

export const stateSentences = {
  'state.rules': about('규칙', 'the rules'),
  'state.phase': about('단계', 'the phase'),
  'state.roles': about('역할', 'the roles'),
  'state.proposals': about('제안', 'the proposals'),
  'state.roster': about('확정된 제안 목록', 'the roster'),
  'state.roll': about('명부', 'the roll'),
  'state.trustees': about('열쇠지기', 'the trustees'),
  'state.draw': about('추첨', 'the draw'),
  'state.ballots': about('심사표', 'the ballots'),
  'state.openings': about('개표', 'the openings'),
  'state.tally': about('집계', 'the tally'),
  'state.ranking': about('순위', 'the ranking'),
  'state.decision': about('확정', 'the decision'),
}
