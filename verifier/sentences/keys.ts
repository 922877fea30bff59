/** What the checks of trustees and draw say. */
import { many, say } from './say.ts'

export const keysSentences = {
  'trustees.attempts': {
    title: say('열쇠 만들기의 시도', 'the attempts at key generation'),
    passed: ({ attempts }: { attempts: number }) =>
      say(
        `열쇠 만들기 시도 ${attempts}번이 차례대로 기록되었습니다.`,
        `${many(attempts, 'attempt')} at key generation, all steps in order.`,
      ),
    number: () =>
      say('시도의 번호가 이어지지 않습니다.', 'The attempts have a gap.'),
    trustees: () =>
      say(
        '시도의 열쇠지기가 규칙과 다릅니다.',
        'The trustees of the attempt are not what the rules allow.',
      ),
    message: () =>
      say(
        '시도에 맞지 않는 열쇠지기의 글이 있습니다.',
        'A trustee’s message does not belong to the attempt under way.',
      ),
    missing: () =>
      say(
        '앞 단계의 글이 빠진 채 다음 단계로 넘어갔습니다.',
        'The attempt went on without this message.',
      ),
  },
  'trustees.packages': {
    title: say('열쇠지기의 꾸러미', 'the trustees’ packages'),
    passed: ({ packages }: { packages: number }) =>
      say(
        `성립한 열쇠의 꾸러미 ${packages}개의 증명이 모두 맞습니다.`,
        `${many(packages, 'package')} behind the keys, with proofs that hold.`,
      ),
    wrong: ({ trustee }: { trustee: number }) =>
      say(
        `열쇠지기 ${trustee}의 꾸러미가 틀렸습니다.`,
        `The package of trustee ${trustee} is wrong.`,
      ),
  },
  'trustees.disputes': {
    title: say('열쇠지기의 다툼', 'the trustees’ disputes'),
    passed: ({ disputes }: { disputes: number }) =>
      say(
        `열쇠지기의 다툼 ${disputes}건을 가렸습니다.`,
        `${many(disputes, 'dispute')} of the trustees, judged by what is published.`,
      ),
    verdict: ({ blamed, reason }: { blamed: number; reason: string }) =>
      say(
        `다툼의 책임은 열쇠지기 ${blamed}에게 있습니다(${reason}).`,
        `Trustee ${blamed} is to blame for the dispute (${reason}).`,
      ),
  },
  'trustees.keys': {
    title: say('성립한 열쇠', 'the keys that stand'),
    passed: ({ attempt, trustees }: { attempt: number; trustees: number }) =>
      say(
        `시도 ${attempt}의 열쇠는 꾸러미에서 나온 그대로이며 열쇠지기 ${trustees}명이 모두 확인했습니다.`,
        `The keys of attempt ${attempt} follow from the packages, and all its trustees (${trustees}) confirmed them.`,
      ),
    keys: () =>
      say(
        '성립한 열쇠가 꾸러미에서 나온 것이 아닙니다.',
        'The keys that stand do not follow from the packages.',
      ),
    confirmation: () =>
      say(
        '열쇠지기가 다른 열쇠나 다른 기록을 확인했습니다.',
        'The trustee confirmed other keys or another transcript.',
      ),
    unconfirmed: () =>
      say(
        '열쇠지기의 확인이 빠졌습니다.',
        'The confirmation of the trustee is missing.',
      ),
    same: () =>
      say(
        '심사표의 열쇠와 추첨의 열쇠가 같습니다.',
        'The ballot key and the lottery key are the same.',
      ),
  },
  'trustees.release': {
    title: say('공개된 열쇠 몫', 'the released shares'),
    passed: ({ ballot, lottery }: { ballot: number; lottery: number }) =>
      say(
        `공개된 열쇠 몫(추첨 ${lottery}개, 심사표 ${ballot}개)이 모두 맞습니다.`,
        `The released shares (${lottery} for the draw, ${ballot} for the ballots) are right.`,
      ),
    wrong: ({ trustee }: { trustee: number }) =>
      say(
        `열쇠지기 ${trustee}의 열쇠 몫이 틀렸습니다.`,
        `The share of trustee ${trustee} is wrong.`,
      ),
    doubled: () =>
      say(
        '같은 열쇠 몫이 두 번 공개되었습니다.',
        'The same share was released twice.',
      ),
    tooFew: () =>
      say(
        '열쇠 몫이 모자란데 다음 단계로 넘어갔습니다.',
        'The round went on with fewer shares than the threshold.',
      ),
    unsaid: () =>
      say(
        '열쇠 몫이 다 모였는데 열쇠가 나왔다는 기록이 없습니다.',
        'Enough shares are there, but no log says that the key came.',
      ),
  },
  'draw.block': {
    title: say('추첨의 블록', 'the block of the draw'),
    passed: ({ number }: { number: bigint }) =>
      say(
        `추첨에 쓴 해시는 정해진 블록 ${number}의 것입니다.`,
        `The hash of the draw is that of the fixed block ${number}.`,
      ),
    number: () =>
      say(
        '추첨에 쓴 블록이 정해진 블록이 아닙니다.',
        'The draw used another block than the fixed one.',
      ),
    hash: () =>
      say(
        '추첨에 쓴 해시가 그 블록의 해시와 다릅니다.',
        'The stored hash is not that of the block.',
      ),
    header: () =>
      say(
        '추첨에 쓴 블록의 머리말이 없습니다.',
        'The header of the draw’s block is missing.',
      ),
  },
  'draw.seed': {
    title: say('추첨의 씨앗', 'the seed of the draw'),
    passed: ({ seed }: { seed: string }) =>
      say(
        `추첨의 씨앗 ${seed}은 열쇠지기의 추첨 열쇠와 블록 해시에서 나왔습니다.`,
        `The seed ${seed} follows from the trustees’ lottery key and the block hash.`,
      ),
    lottery: () =>
      say(
        '추첨 열쇠가 공개된 몫에서 나온 것이 아닙니다.',
        'The lottery key does not follow from the released shares.',
      ),
    seed: () =>
      say(
        '씨앗이 추첨 열쇠와 블록 해시에서 나온 것이 아닙니다.',
        'The seed does not follow from its sources.',
      ),
    doubled: () =>
      say('추첨이 두 번 기록되었습니다.', 'There is more than one draw.'),
  },
  'draw.shuffles': {
    title: say('추첨의 섞기', 'the shuffles of the draw'),
    passed: ({ proposals }: { proposals: number }) =>
      say(
        `제안 ${proposals}개를 섞은 차례가 씨앗에서 나온 그대로입니다.`,
        `The shuffles of ${many(proposals, 'proposal')} follow from the seed.`,
      ),
    order: () =>
      say(
        '제안을 섞은 차례가 씨앗과 맞지 않습니다.',
        'The order of the proposals does not follow from the seed.',
      ),
    offset: () =>
      say(
        '두 반쪽 사이의 어긋남이 씨앗과 맞지 않습니다.',
        'The offsets between the halves do not follow from the seed.',
      ),
  },
  'draw.lists': {
    title: say('심사 목록', 'the lists'),
    passed: ({ lists, sampled }: { lists: number; sampled: number }) =>
      say(
        `심사 목록 ${lists}개가 추첨의 법칙을 지키며, 계약의 답 ${sampled}개와 같습니다.`,
        `${many(lists, 'list')} checked against the laws of the draw, ${sampled} of them against the contract.`,
      ),
    own: () =>
      say(
        '심사 목록에 자기 쪽의 제안이 있습니다.',
        'The list holds a proposal of the own half.',
      ),
    doubled: () =>
      say(
        '심사 목록에 같은 제안이 두 번 있습니다.',
        'The list holds a proposal twice.',
      ),
    uneven: () =>
      say(
        '이 제안이 심사 목록에 오른 수가 법칙과 다릅니다.',
        'The proposal stands on another number of lists than the law says.',
      ),
    other: () =>
      say(
        '계약이 답한 심사 목록이 추첨과 다릅니다.',
        'The contract answers another list than the draw gives.',
      ),
  },
}
