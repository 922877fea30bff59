/** What the checks of ballots and openings say. */
import { many, say } from './say.ts'

export const ballotsSentences = {
  'ballots.pages': {
    title: say('심사표의 묶음', 'the pages of ballots'),
    passed: ({ pages, ballots }: { pages: number; ballots: number }) =>
      say(
        `묶음 ${pages}개에 심사표 ${ballots}개가 있으며 모두 계약의 지문과 같습니다.`,
        `${many(ballots, 'ballot')} on ${many(pages, 'page')}, all as the contract recorded them.`,
      ),
    missing: () =>
      say(
        '계약이 아는 이 묶음의 기록이 없습니다.',
        'The contract knows this page, but its log is missing.',
      ),
    number: () =>
      say(
        '묶음의 번호가 차례대로 이어지지 않습니다.',
        'The pages are not numbered in their order.',
      ),
    digest: () =>
      say(
        '이 묶음의 심사표가 계약의 지문과 다릅니다.',
        'The ballots of this page are not those that the contract recorded.',
      ),
    count: () =>
      say(
        '이 묶음의 심사표 수가 다릅니다.',
        'The page holds another number of ballots than its log says.',
      ),
    malformed: () =>
      say(
        '이 묶음의 심사표를 읽을 수 없습니다.',
        'The ballots of this page cannot be read.',
      ),
  },
  'ballots.signatures': {
    title: say('심사표의 서명', 'the signatures on the ballots'),
    passed: ({ valid, accepted }: { valid: number; accepted: number }) =>
      say(
        `심사표의 서명 ${valid}개를 명부의 열쇠로 확인했습니다(계약이 받아들인 것 ${accepted}개).`,
        `${many(valid, 'signature')} checked with the keys of the roll (${accepted} more accepted by the contract).`,
      ),
    roll: () =>
      say(
        '명부에 없는 심사자의 심사표입니다.',
        'The reviewer is not on the roll.',
      ),
    wrong: () =>
      say(
        '이 심사자의 열쇠로 한 서명이 아닙니다.',
        'The ballot is not signed by the key of its reviewer.',
      ),
    accepted: () =>
      say(
        '이 서명은 여기서 확인할 수 없고 계약이 받아들였습니다.',
        'This signature cannot be checked here: it was accepted by the contract.',
      ),
  },
  'ballots.versions': {
    title: say('심사표의 판', 'the versions of the ballots'),
    passed: ({
      reviewers,
      replaced,
    }: {
      reviewers: number
      replaced: number
    }) =>
      say(
        `심사자 ${reviewers}명의 심사표가 판 차례를 지켰습니다(바뀐 것 ${replaced}개).`,
        `The ballots of ${many(reviewers, 'reviewer')} keep the order of versions (${replaced} replaced).`,
      ),
    limit: () =>
      say(
        '심사표의 판 번호가 규칙의 한도를 넘습니다.',
        'The version of the ballot exceeds the limit of the rules.',
      ),
    order: () =>
      say(
        '심사표의 판 번호가 앞선 것보다 크지 않습니다.',
        'The version of the ballot does not exceed the last one.',
      ),
  },
  'ballots.skipped': {
    title: say('받지 않은 심사표', 'skipped ballots'),
    passed: ({ skipped }: { skipped: number }) =>
      say(
        `받지 않은 심사표 ${skipped}개에는 모두 그럴 까닭이 있습니다.`,
        `${many(skipped, 'skipped ballot')}, each for a true reason.`,
      ),
    reason: () =>
      say(
        '심사표를 받지 않은 까닭이 사실과 다릅니다.',
        'The reason why the ballot was skipped is not true.',
      ),
    signature: () =>
      say(
        '계약이 서명이 틀렸다고 하여 받지 않았습니다. 그 심사표는 기록에 없습니다.',
        'The contract found the signature wrong; the ballot itself is not in the log.',
      ),
  },
  'openings.pages': {
    title: say('개표의 묶음', 'the openings of the pages'),
    passed: ({ openings }: { openings: number }) =>
      say(
        `개표 기록 ${openings}개가 제 묶음의 심사표와 맞습니다.`,
        `${many(openings, 'opening')} of pages checked, ballot by ballot.`,
      ),
    page: () =>
      say(
        '없는 묶음을 개표했습니다.',
        'A page was opened that does not exist.',
      ),
    malformed: () =>
      say('개표 기록을 읽을 수 없습니다.', 'The opening cannot be read.'),
    head: () =>
      say(
        '개표한 심사표가 묶음의 심사표와 다릅니다.',
        'The opened ballots are not those of the page.',
      ),
    kind: () =>
      say(
        '열쇠가 나온 여부와 다른 방법으로 개표했습니다.',
        'The ballot was opened in a way that did not count at that time.',
      ),
    missing: () =>
      say(
        '이 묶음의 개표 기록이 빠졌습니다.',
        'The contract counted this page, but no log opens it.',
      ),
  },
  'openings.seals': {
    title: say('봉인', 'the seals'),
    passed: ({ opened }: { opened: number }) =>
      say(
        `개표한 심사표 ${opened}개의 점수가 모두 봉인과 맞습니다.`,
        `${many(opened, 'opened ballot')} checked: the scores fit the seals.`,
      ),
    wrong: () =>
      say(
        '개표한 점수가 봉인한 것과 다릅니다.',
        'The opened scores are not those that were sealed.',
      ),
  },
  'openings.signatures': {
    title: say('스스로 개표한 서명', 'the signatures on openings'),
    passed: ({ signatures }: { signatures: number }) =>
      say(
        `심사자가 스스로 개표한 서명 ${signatures}개를 확인했습니다.`,
        `${many(signatures, 'signature')} of reviewers on their own openings checked.`,
      ),
    wrong: () =>
      say(
        '서명이 틀려 이 심사표는 닫힌 채 남았습니다.',
        'The signature is wrong, so the ballot stayed closed.',
      ),
    accepted: () =>
      say(
        '이 서명은 여기서 확인할 수 없어 계약의 답을 따릅니다.',
        'This signature cannot be checked here: what the contract answered holds.',
      ),
  },
  'openings.counts': {
    title: say('집계한 심사표', 'the counted ballots'),
    passed: ({ counted, spoiled }: { counted: number; spoiled: number }) =>
      say(
        `심사표 ${counted}개를 집계했고 ${spoiled}개는 무효입니다.`,
        `${many(counted, 'ballot')} counted, ${spoiled} spoiled.`,
      ),
    counts: () =>
      say(
        '집계했다는 심사표의 수가 다릅니다.',
        'The log names another number of counted or spoiled ballots.',
      ),
    spoiled: () =>
      say(
        '심사표를 무효로 한 까닭이 사실과 다릅니다.',
        'The ballot was called spoiled for another reason, or for none.',
      ),
  },
  'openings.complete': {
    title: say('열지 않은 심사표', 'ballots that nobody opened'),
    passed: ({ unopened }: { unopened: number }) =>
      say(
        `열 수 있는 심사표는 모두 열렸습니다(닫힌 것 ${unopened}개).`,
        `Every ballot that could be opened was opened (${unopened} stay closed).`,
      ),
    openable: () =>
      say(
        '열 수 있는 심사표인데 아무도 열지 않아 집계되지 않았습니다.',
        'The ballot could be opened, but nobody did, so it was not counted.',
      ),
    waiting: () =>
      say(
        '아직 열리지 않았습니다. 개표가 끝나기 전에 누구나 열 수 있습니다.',
        'The ballot is not opened yet. Anyone can open it until the opening ends.',
      ),
    unreadable: () =>
      say(
        '봉투가 봉인과 맞지 않아 아무도 열 수 없습니다. 심사자가 잘못 봉했습니다.',
        'The envelope does not fit the seal: its reviewer sealed it wrongly, nobody can open it.',
      ),
    ownOnly: () =>
      say(
        '열쇠가 나오지 않아 심사자 스스로만 열 수 있습니다.',
        'The key has not come, so only the reviewer could open it.',
      ),
  },
}
