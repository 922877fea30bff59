/** What the checks of blocks, logs and transactions say. */
import { many, say } from './say.ts'

export const chainSentences = {
  'chain.block': {
    title: say('기준 블록과 블록 머리말', 'the pinned block and the headers'),
    passed: ({ number, hash }: { number: bigint; hash: string }) =>
      say(
        `블록 ${number}(${hash})까지의 기록을 확인했습니다. 이 해시를 다른 출처와 비교하십시오.`,
        `The record is that of block ${number} (${hash}). Compare this hash at a second source.`,
      ),
    missing: () =>
      say(
        '기준 블록의 머리말이 기록에 없거나 다릅니다.',
        'The header of the pinned block is missing or another one.',
      ),
    doubled: () =>
      say(
        '같은 번호의 블록 머리말이 두 개입니다.',
        'Two headers have the same number.',
      ),
    later: () =>
      say(
        '기준 블록보다 뒤의 블록이 들어 있습니다.',
        'A header is later than the pinned block.',
      ),
    parent: () =>
      say(
        '이 블록은 바로 앞 블록에 이어지지 않습니다.',
        'This block does not follow the one before it.',
      ),
    time: () =>
      say(
        '이 블록의 시각이 앞 블록보다 이릅니다.',
        'This block is earlier in time than the one before it.',
      ),
  },
  'chain.logs': {
    title: say('기록(로그)의 차례와 블록', 'the order of the logs'),
    passed: ({ logs }: { logs: number }) =>
      say(
        `기록 ${logs}개가 모두 제 블록에서 차례대로 나왔습니다.`,
        `${many(logs, 'log')} checked: each is of its block, and all are in order.`,
      ),
    doubled: () =>
      say(
        '같은 기록이 두 번 들어 있습니다.',
        'The same log stands here twice.',
      ),
    order: () =>
      say(
        '기록의 차례가 체인의 차례와 다릅니다.',
        'The log is not where the order of the chain puts it.',
      ),
    fork: () =>
      say(
        '이 기록은 다른 갈래의 블록에서 나왔습니다.',
        'This log comes from a block of another fork.',
      ),
    headerless: () =>
      say(
        '이 기록이 나온 블록의 머리말이 없습니다.',
        'The header of this log’s block is missing.',
      ),
    stranger: () =>
      say(
        '회차도 회차 공장도 아닌 곳의 기록입니다.',
        'This log is neither of the round nor of its factory.',
      ),
    unknown: () =>
      say(
        '회차의 기록이 아닌 것이 섞여 있습니다.',
        'This log is no event that a round emits.',
      ),
  },
  'chain.transactions': {
    title: say('거래와 기록의 짝', 'the transactions behind the logs'),
    passed: ({ transactions }: { transactions: number }) =>
      say(
        `거래 ${transactions}건이 기록과 맞습니다.`,
        `${many(transactions, 'transaction')} checked against the logs.`,
      ),
    missing: () =>
      say(
        '이 기록을 남긴 거래가 없습니다.',
        'The transaction behind this log is missing.',
      ),
    block: () =>
      say(
        '거래와 기록의 블록이 다릅니다.',
        'The transaction and its log name different blocks.',
      ),
  },
}
