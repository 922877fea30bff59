/** What the checks of proposals, roster and roll say. */
import { many, say } from './say.ts'

export const proposalsSentences = {
  'proposals.history': {
    title: say('제안의 등록과 심사 자격', 'registration and screening'),
    passed: ({ proposals, acts }: { proposals: number; acts: number }) =>
      say(
        `제안 ${proposals}개의 등록·교체·철회·자격 판단 ${acts}건이 규칙대로입니다.`,
        `${many(acts, 'act')} on ${many(proposals, 'proposal')}, from registration to roster, as the rules have it.`,
      ),
    version: () =>
      say(
        '판(버전) 번호가 앞선 것보다 크지 않습니다.',
        'The version does not exceed the one before.',
      ),
    ordinal: () =>
      say(
        '등록 차례의 번호가 이어지지 않습니다. 빠진 기록이 있습니다.',
        'The order of registration has a gap: a log is missing.',
      ),
    unknown: () =>
      say(
        '등록된 적이 없거나 이미 철회된 제안입니다.',
        'This proposal was never registered, or was withdrawn.',
      ),
    screened: () =>
      say(
        '지금의 판이 아닌 다른 판을 판단했습니다.',
        'The decision is on another version than the one that stands.',
      ),
    digest: () => say('문서의 지문이 비어 있습니다.', 'The digest is empty.'),
  },
  'proposals.signatures': {
    title: say('제안의 서명', 'the signatures on proposals'),
    passed: ({ signatures }: { signatures: number }) =>
      say(
        `제안의 서명 ${signatures}개를 확인했습니다.`,
        `${many(signatures, 'signature')} of proposals checked.`,
      ),
    wrong: () =>
      say(
        '제안한 공동체의 서명이 아닙니다.',
        'It is not signed by the key of the proposal.',
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
  'roster.order': {
    title: say('확정된 제안 목록', 'the roster'),
    passed: ({ proposals }: { proposals: number }) =>
      say(
        `받아들인 제안 ${proposals}개가 등록 차례대로 번호를 받았습니다.`,
        `${many(proposals, 'accepted proposal')}, numbered in the order of registration.`,
      ),
    order: () =>
      say(
        '이 번호의 제안이 등록 차례와 다릅니다.',
        'The order of registration puts another proposal at this number.',
      ),
    count: () =>
      say(
        '목록의 제안 수가 받아들인 수와 다릅니다.',
        'The roster holds another number of proposals than were accepted.',
      ),
    bounds: ({ error }: { error: string }) =>
      say(
        `목록의 크기가 규칙의 한계를 벗어납니다(${error}).`,
        `The size of the roster is out of bounds (${error}).`,
      ),
    withdrawal: () =>
      say(
        '철회된 제안의 번호가 목록과 다릅니다.',
        'The withdrawal names another number than the roster.',
      ),
  },
  'roll.chunks': {
    title: say('명부의 조각', 'the chunks of the roll'),
    passed: ({ chunks, keys }: { chunks: number; keys: number }) =>
      say(
        `명부의 조각 ${chunks}개(자리 ${keys}개)가 공표된 지문과 맞습니다.`,
        `The roll (${many(chunks, 'chunk')}, ${many(keys, 'seat')}) is what was published.`,
      ),
    missing: () =>
      say('명부 조각의 내용이 없습니다.', 'The code of the chunk is missing.'),
    hash: () =>
      say(
        '명부 조각의 내용이 공표된 지문과 다릅니다.',
        'The keys of the chunk are not those that were published.',
      ),
    revision: () =>
      say(
        '명부 조각의 고침 번호가 이어지지 않습니다.',
        'The revisions of the chunk have a gap.',
      ),
    length: () =>
      say(
        '명부 조각의 자리 수가 규칙과 다릅니다.',
        'The chunk holds another number of seats than the rules give it.',
      ),
  },
  'roll.keys': {
    title: say('명부의 자리', 'the seats of the roll'),
    passed: ({ seats, empty }: { seats: number; empty: number }) =>
      say(
        `명부에 자리 ${seats}개가 있고 그중 ${empty}개는 비어 있습니다.`,
        `The roll has ${many(seats, 'seat')}, ${empty} of them empty.`,
      ),
    doubled: ({ seats }: { seats: string }) =>
      say(
        `한 열쇠가 여러 자리(${seats})에 있습니다.`,
        `One key holds several seats (${seats}).`,
      ),
  },
  'roll.freeze': {
    title: say('동결', 'the freeze'),
    passed: ({ digest }: { digest: string }) =>
      say(
        `명부는 공고 기간을 지켜 동결되었고 지문은 ${digest}입니다.`,
        `The roll was frozen after its notice; its digest is ${digest}.`,
      ),
    digest: () =>
      say(
        '동결된 명부의 지문이 공표된 조각들과 다릅니다.',
        'The digest of the frozen roll is not that of the published chunks.',
      ),
    incomplete: () =>
      say(
        '명부의 조각이 빠진 채 동결되었습니다.',
        'A chunk of the roll was missing at the freeze.',
      ),
    notice: () =>
      say(
        '명부가 바뀐 뒤 공고 기간이 지나기 전에 동결되었습니다.',
        'The freeze came before the notice of the last change was over.',
      ),
    keys: () =>
      say(
        '동결할 때 성립한 열쇠가 다릅니다.',
        'The freeze names another attempt than the one whose keys stood.',
      ),
    drawBlock: () =>
      say(
        '추첨에 쓸 블록의 번호가 규칙과 다릅니다.',
        'The freeze fixes another block for the draw than the rules do.',
      ),
  },
}
