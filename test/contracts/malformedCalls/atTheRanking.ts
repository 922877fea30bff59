/** All is opened, nothing is ranked: the two halves have three proposals each. */
import { honestOrders, openPage, rankAs } from '../support/ballots.ts'
import { fail, someDigest } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const ranking = 6

export const atTheRanking: readonly MalformedCall[] = [
  ...(
    [
      ['an opening', (stage) => openPage(stage, 1, stage.ballots)],
      ['a ballot share', ({ round }) => round.releaseShare(0, 1, 1n)],
      [
        'an objection',
        ({ round }) => round.objectAsReviewer(1, someDigest, '0x'),
      ],
      [
        'an answer',
        ({ round, committee }) =>
          round.connect(committee).answerObjection(1, someDigest),
      ],
      [
        'a confirmation',
        ({ round, committee }) =>
          round.connect(committee).confirm([], someDigest),
      ],
    ] as const satisfies [string, MalformedCall['call']][]
  ).map(([name, call]) =>
    refused(`${name} before the ranking`, call, 'Round_WrongPhase', [ranking]),
  ),
  refused(
    'an empty order',
    ({ round }) => round.rank('0x', '0x'),
    'Round_OrderLength',
    [0, 0, 3],
  ),
  refused(
    'an order that lacks a byte',
    ({ round }) => round.rank('0x0000000000', '0x'),
    'Round_OrderLength',
    [0, 2, 3],
  ),
  ranked(
    'an order of one too few',
    ([first, second]) => [first.slice(1), second],
    'Round_OrderLength',
    () => [0, 2, 3],
  ),
  ranked(
    'an order of one too many',
    ([first, second]) => [first, [...second, 1]],
    'Round_OrderLength',
    () => [1, 4, 3],
  ),
  ranked(
    'the halves changed round',
    ([first, second]) => [second, first],
    'Round_OrderHalf',
    ([, second]) => [0, second[0]],
  ),
  ranked(
    'proposal 0',
    ([first, second]) => [[0, ...first.slice(1)], second],
    'Round_OrderHalf',
    () => [0, 0],
  ),
  ranked(
    'a proposal beyond the roster',
    ([first, second]) => [first, [7, ...second.slice(1)]],
    'Round_OrderHalf',
    () => [1, 7],
  ),
  ranked(
    'a proposal listed twice',
    ([first, second]) => [[at(first, 0), at(first, 0), at(first, 1)], second],
    'Round_OrderWrong',
    ([first]) => [0, first[0], first[0]],
  ),
  ranked(
    'two neighbours changed round',
    ([first, second]) => [first, [at(second, 0), at(second, 2), at(second, 1)]],
    'Round_OrderWrong',
    ([, second]) => [1, second[2], second[1]],
  ),
]

type Halves = readonly [first: number[], second: number[]]

/** An order that differs from the right one in one way. */
function ranked(
  name: string,
  change: (orders: Halves) => Halves,
  error: string,
  values: (orders: Halves) => readonly unknown[],
): MalformedCall {
  return refused(
    name,
    async (stage) => rankAs(stage, ...change(await honestOrders(stage))),
    error,
    async (stage) => values(await honestOrders(stage)),
  )
}

function at(order: readonly number[], index: number): number {
  return order[index] ?? fail('proposal')
}
