/** Rules that a round cannot be made of: one table for all tests of it. */
import { type Address, zeroAddress, zeroHash } from 'viem'
import { address, makeRules, now, type RulesChange } from './makeRules.ts'

/** One change of `makeRules()`, and the error it is refused with first. */
export type RefusedRules = [
  change: RulesChange,
  error: string,
  values: (number | Address)[],
]

const base = makeRules().times
const [first, second, third] = [1, 2, 3].map(address)
const everyone = Array.from({ length: 16 }, (_, i) => address(i + 1))

export const refusedRules: RefusedRules[] = [
  [{ document: zeroHash }, 'Rules_DocumentMissing', []],
  ...timeCase('registerUntil', 0, now + 1),
  ...timeCase('rosterBy', 1, base.registerUntil + 1),
  ...timeCase('freezeBy', 2, base.rosterBy + base.rollNotice),
  [
    { times: { rollNotice: 0, freezeBy: base.rosterBy } },
    'Rules_TimeOrder',
    [2, base.rosterBy, base.rosterBy + 1],
  ],
  ...timeCase('drawBy', 3, base.freezeBy + 3_600),
  ...timeCase('reviewFrom', 4, base.drawBy),
  ...timeCase('close', 5, base.reviewFrom + 3_600),
  ...timeCase('releaseFrom', 6, base.close + 900),
  ...timeCase('releaseUntil', 7, base.releaseFrom + 3_600),
  ...timeCase('openUntil', 8, base.releaseUntil + 172_800),
  [{ seatsPerCommunity: 0 }, 'Rules_Reviewers', [0, 0]],
  [{ reviewers: 1 }, 'Rules_Reviewers', [10, 1]],
  [{ owners: false }, 'Rules_Reviewers', [10, 0]],
  [
    { owners: false, seatsPerCommunity: 0, reviewers: 131_073 },
    'Rules_ReviewerCount',
    [131_073, 131_072],
  ],
  [{ weights: [] }, 'Rules_Weights', [0]],
  [{ weights: [1, 1, 0] }, 'Rules_Weights', [2]],
  [{ listLength: 1 }, 'Rules_ListLength', [1, 15]],
  [{ listLength: 16 }, 'Rules_ListLength', [16, 15]],
  [{ listLength: 1, points: 'Score' }, 'Rules_ListLength', [1, 255]],
  [{ listLength: 256, points: 'Score' }, 'Rules_ListLength', [256, 255]],
  [{ weights: Array<number>(26).fill(1) }, 'Rules_ValueCount', [260, 255]],
  [
    { listLength: 0, weights: Array<number>(128).fill(1) },
    'Rules_ValueCount',
    [256, 255],
  ],
  [{ maxScore: 0 }, 'Rules_MaxScore', []],
  [{ ballotLimit: 0 }, 'Rules_BallotLimit', [0, 15]],
  [{ ballotLimit: 16 }, 'Rules_BallotLimit', [16, 15]],
  [{ seats: 0 }, 'Rules_SeatsOrBudget', [0, 0]],
  [{ budget: 5n }, 'Rules_SeatsOrBudget', [12, 5]],
  [quotas([1, 7], [2, 6]), 'Rules_Quota', [2, 13, 12]],
  [quotas([1, 7], [1, 5]), 'Rules_Quota', [1, 12, 12]],
  [quotas([1, 0], [2, 12]), 'Rules_Quota', [0, 0, 12]],
  [{ seats: 0, budget: 5n, ...quotas([1, 7]) }, 'Rules_Quota', [1, 7, 0]],
  [{ seats: 33, ...quotas(...oneSeatEach(33)) }, 'Rules_Quota', [32, 33, 33]],
  [{ minOpened: 10_001 }, 'Rules_MinOpened', [10_001]],
  [{ drawDelay: 0 }, 'Rules_DrawDelay', [0, 8_000]],
  [{ drawDelay: 8_001 }, 'Rules_DrawDelay', [8_001, 8_000]],
  [{ seatsPerCommunity: 65_535 }, 'Rules_RosterBounds', [19, 2]],
  [{ seats: 1_201 }, 'Rules_RosterBounds', [1_201, 1_200]],
  [
    {
      ...{ owners: false, seatsPerCommunity: 0, reviewers: 131_072 },
      ...{ points: 'Score', weights: [65_535], maxScore: 255 },
    },
    'Rules_SumOverflow',
    [65_535 * 255 * 131_072, 2 ** 40 - 1],
  ],
  [{ trustees: [] }, 'Rules_Trustees', [2, 0, 15]],
  [{ trustees: everyone }, 'Rules_Trustees', [2, 16, 15]],
  [{ threshold: 1 }, 'Rules_Trustees', [1, 3, 15]],
  [{ threshold: 4 }, 'Rules_Trustees', [4, 3, 15]],
  [{ trustees: [first!] }, 'Rules_Trustees', [2, 1, 15]],
  [
    { trustees: [first!, second!, first!] },
    'Rules_TrusteeListed',
    [address(1)],
  ],
  [
    { trustees: [first!, zeroAddress, third!] },
    'Rules_TrusteeListed',
    [zeroAddress],
  ],
]

function timeCase(
  field: keyof typeof base,
  index: number,
  earliest: number,
): RefusedRules[] {
  const time = earliest - 1
  return [
    [{ times: { [field]: time } }, 'Rules_TimeOrder', [index, time, earliest]],
  ]
}

function quotas(...pairs: [category: number, seats: number][]): RulesChange {
  return { quotas: pairs.map(([category, seats]) => ({ category, seats })) }
}

function oneSeatEach(categories: number): [category: number, seats: number][] {
  return Array.from({ length: categories }, (_, category) => [category, 1])
}
