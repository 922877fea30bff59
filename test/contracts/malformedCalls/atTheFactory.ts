/** Rules and holders that no round is made of. */
import { ZeroAddress, ZeroHash } from 'ethers'
import type { Hex } from 'viem'
import type { Holders, Rules, Times } from '../../../protocol/rules.ts'
import { stranger } from '../support/accounts.ts'
import { time } from '../support/chain.ts'
import type { Played } from '../support/moments.ts'
import { abiRules, holdersOf, upTo } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const nobody = ZeroAddress as Hex
const hour = 3_600

export const atTheFactory: readonly MalformedCall[] = [
  ...(['admin', 'registrar', 'screener', 'committee'] as const).map(
    (role, index) =>
      refused(
        `a round without ${role}`,
        (stage) => create(stage, {}, { [role]: nobody }),
        'Rules_HolderMissing',
        [index],
      ),
  ),
  rules('no document', { document: ZeroHash as Hex }, 'Rules_DocumentMissing'),
  // The next block comes at least a second later than the last.
  refused(
    'a registration that is over at creation',
    async (stage) => {
      const now = stage.rules.times.registerUntil
      await time.setNextBlockTimestamp(now)
      return create(stage, {})
    },
    'Rules_TimeOrder',
    ({ rules: { times } }) => [0, times.registerUntil, times.registerUntil + 1],
  ),
  early('rosterBy', 1, ({ registerUntil }) => registerUntil + 1),
  early('freezeBy', 2, ({ rosterBy, rollNotice }) => rosterBy + rollNotice),
  early('drawBy', 3, ({ freezeBy }) => freezeBy + hour),
  early('reviewFrom', 4, ({ drawBy }) => drawBy),
  early('close', 5, ({ reviewFrom }) => reviewFrom + hour),
  early('releaseFrom', 6, ({ close }) => close + hour / 4),
  early('releaseUntil', 7, ({ releaseFrom }) => releaseFrom + hour),
  early('openUntil', 8, ({ releaseUntil }) => releaseUntil + 48 * hour),
  rules(
    'owners without seats',
    { seatsPerCommunity: 0 },
    'Rules_Reviewers',
    [0, 0],
  ),
  rules('owners and a jury', { reviewers: 1 }, 'Rules_Reviewers', [2, 1]),
  rules(
    'neither owners nor a jury',
    { owners: false, seatsPerCommunity: 0 },
    'Rules_Reviewers',
    [0, 0],
  ),
  rules(
    'a jury of more than the roll holds',
    { owners: false, seatsPerCommunity: 0, reviewers: 131_073 },
    'Rules_ReviewerCount',
    [131_073, 131_072],
  ),
  rules('a list of one', { listLength: 1 }, 'Rules_ListLength', [1, 15]),
  rules('a Borda list of 16', { listLength: 16 }, 'Rules_ListLength', [16, 15]),
  rules(
    'a list of 256',
    { points: 'Score', listLength: 256 },
    'Rules_ListLength',
    [256, 255],
  ),
  rules(
    '256 values a ballot',
    { weights: upTo(128) },
    'Rules_ValueCount',
    [256, 255],
  ),
  rules('no criterion', { weights: [] }, 'Rules_Weights', [0]),
  rules('a criterion of no weight', { weights: [1, 0] }, 'Rules_Weights', [1]),
  rules('a maximum score of 0', { maxScore: 0 }, 'Rules_MaxScore'),
  rules('no ballot', { ballotLimit: 0 }, 'Rules_BallotLimit', [0, 15]),
  rules('16 ballots', { ballotLimit: 16 }, 'Rules_BallotLimit', [16, 15]),
  rules(
    'neither seats nor budget',
    { seats: 0 },
    'Rules_SeatsOrBudget',
    [0, 0],
  ),
  rules('seats and budget', { budget: 9n }, 'Rules_SeatsOrBudget', [3, 9]),
  rules(
    'quotas that miss a seat',
    quotas([1, 1], [2, 1]),
    'Rules_Quota',
    [2, 2, 3],
  ),
  rules(
    'a category named twice',
    quotas([1, 2], [1, 1]),
    'Rules_Quota',
    [1, 3, 3],
  ),
  rules('a quota of no seat', quotas([1, 3], [2, 0]), 'Rules_Quota', [1, 3, 3]),
  rules(
    'a quota of a budget',
    { seats: 0, budget: 9n, ...quotas([1, 3]) },
    'Rules_Quota',
    [1, 3, 0],
  ),
  rules(
    'more quotas than the ranking can afford',
    {
      seats: 33,
      ...quotas(...upTo(33).map((category) => [category, 1] as const)),
    },
    'Rules_Quota',
    [32, 33, 33],
  ),
  rules(
    'more than all opened',
    { minOpened: 10_001 },
    'Rules_MinOpened',
    [10_001],
  ),
  rules(
    'a draw in the block of the freeze',
    { drawDelay: 0 },
    'Rules_DrawDelay',
    [0, 8_000],
  ),
  rules(
    'a draw too far away',
    { drawDelay: 8_001 },
    'Rules_DrawDelay',
    [8_001, 8_000],
  ),
  rules(
    'more seats than proposals',
    { seats: 1_201 },
    'Rules_RosterBounds',
    [1_201, 1_200],
  ),
  rules(
    'sums that fit no place',
    {
      owners: false,
      seatsPerCommunity: 0,
      reviewers: 131_072,
      points: 'Score',
      weights: [65_535],
      maxScore: 255,
    },
    'Rules_SumOverflow',
    [65_535 * 255 * 131_072, 2 ** 40 - 1],
  ),
  rules('no trustee', { trustees: [] }, 'Rules_Trustees', [1, 0, 15]),
  rules(
    '16 trustees',
    { threshold: 2, trustees: people(16) },
    'Rules_Trustees',
    [2, 16, 15],
  ),
  rules(
    'one of two trustees',
    { trustees: people(2) },
    'Rules_Trustees',
    [1, 2, 15],
  ),
  rules(
    'three of two trustees',
    { threshold: 3, trustees: people(2) },
    'Rules_Trustees',
    [3, 2, 15],
  ),
  rules(
    'a trustee named twice',
    { threshold: 2, trustees: [...people(2), ...people(1)] },
    'Rules_TrusteeListed',
    people(1),
  ),
  rules(
    'nobody as trustee',
    { threshold: 2, trustees: [...people(2), nobody] },
    'Rules_TrusteeListed',
    [nobody],
  ),
  rules(
    'a verifier without code',
    { verifiers: people(1) },
    'Rules_Verifier',
    people(1),
  ),
  refused(
    'a fifth verifier',
    (stage) =>
      create(stage, {
        verifiers: Array<Hex>(5).fill(stage.deployment.p256Verifier),
      }),
    'Rules_Verifier',
    ({ deployment }) => [deployment.p256Verifier],
  ),
]

function create(
  stage: Played,
  change: Partial<Rules>,
  holders: Partial<Holders> = {},
) {
  return stage.deployment.factory.createRound(
    abiRules({ ...stage.rules, ...change }),
    { ...holdersOf(stage), ...holders },
    ZeroHash,
  )
}

function rules(
  name: string,
  change: Partial<Rules>,
  error: string,
  values: readonly unknown[] = [],
): MalformedCall {
  return refused(name, (stage) => create(stage, change), error, values)
}

/** A time one second before the earliest that its phase allows. */
function early(
  field: keyof Times,
  index: number,
  earliest: (times: Times) => number,
): MalformedCall {
  return refused(
    `${field} a second too early`,
    (stage) => {
      const { times } = stage.rules
      const change = { ...times, [field]: earliest(times) - 1 }
      return create(stage, { times: change })
    },
    'Rules_TimeOrder',
    ({ rules: { times } }) => [index, earliest(times) - 1, earliest(times)],
  )
}

function quotas(...pairs: (readonly [category: number, seats: number])[]) {
  return { quotas: pairs.map(([category, seats]) => ({ category, seats })) }
}

function people(count: number): Hex[] {
  return upTo(count).map((number) => stranger(number).address)
}
