/** The ranking stands; objections, answers, then the committee's decision. */
import { ZeroHash } from 'ethers'
import type { Hex } from 'viem'
import { applicant, reviewer, stranger } from '../support/accounts.ts'
import {
  objectAsApplicant,
  objectAsReviewer,
  withdraw,
} from '../support/acts.ts'
import { honestOrders, rankHonestly } from '../support/ballots.ts'
import type { Played } from '../support/moments.ts'
import { fail, someDigest } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const noDigest = ZeroHash as Hex

export const atTheObjections: readonly MalformedCall[] = [
  refused('a second ranking', rankHonestly, 'Round_WrongPhase', [7]),
  refused(
    'a withdrawal after the ranking',
    (stage) => withdraw(stage, 1),
    'Round_WrongPhase',
    [7],
  ),
  ...[0, 13].map((number) =>
    refused(
      `an objection of reviewer ${number}`,
      (stage) => objectAsReviewer(stage, number),
      'Round_NoReviewer',
      [number, 12],
    ),
  ),
  refused(
    'an objection of an empty seat',
    (stage) => objectAsReviewer(stage, 12),
    'Round_NotOnRoll',
    [12],
  ),
  refused(
    'a reviewer’s objection to nothing',
    (stage) => objectAsReviewer(stage, 1, { digest: noDigest }),
    'Round_DigestMissing',
  ),
  refused(
    'an applicant’s objection to nothing',
    (stage) => objectAsApplicant(stage, 1, { digest: noDigest }),
    'Round_DigestMissing',
  ),
  refused(
    'a reviewer’s objection by a stranger',
    (stage) => objectAsReviewer(stage, 1, { by: stranger() }),
    'Round_BadSignature',
    [reviewer(1).address],
  ),
  refused(
    'an applicant’s objection by a stranger',
    (stage) => objectAsApplicant(stage, 1, { by: stranger() }),
    'Round_BadSignature',
    [applicant(1).address],
  ),
  refused(
    'an objection sent by another than the key',
    ({ round }) => round.objectAsReviewer(1, someDigest, '0x'),
    'Round_BadSignature',
    [reviewer(1).address],
  ),
  refused(
    'an objection of a proposal that is none',
    (stage) => objectAsApplicant(stage, 7),
    'Round_NoProposal',
    [applicant(7).address],
  ),
  refused(
    'a second objection of a reviewer',
    async (stage) => {
      await objectAsReviewer(stage, 1)
      return objectAsReviewer(stage, 1)
    },
    'Round_Objected',
    [reviewer(1).address],
  ),
  refused(
    'a second objection of an applicant',
    async (stage) => {
      await objectAsApplicant(stage, 1)
      return objectAsApplicant(stage, 1)
    },
    'Round_Objected',
    [applicant(1).address],
  ),
  refused(
    'an answer by a stranger',
    ({ round }) => round.answerObjection(1, someDigest),
    'Round_NotHolder',
    ({ anyone }) => [3, anyone.address],
  ),
  ...[0, 2].map((number) =>
    refused(
      `an answer to objection ${number}`,
      async (stage) => {
        await objectAsReviewer(stage, 1)
        return answer(stage, number)
      },
      'Round_NoObjection',
      [number, 1],
    ),
  ),
  refused(
    'an answer that says nothing',
    async (stage) => {
      await objectAsReviewer(stage, 1)
      return answer(stage, 1, noDigest)
    },
    'Round_DigestMissing',
  ),
  refused(
    'a second answer',
    async (stage) => {
      await objectAsReviewer(stage, 1)
      await answer(stage, 1)
      return answer(stage, 1)
    },
    'Round_Answered',
    [1],
  ),
  refused(
    'a confirmation during the objections',
    (stage) => confirm(stage, []),
    'Round_WrongPhase',
    [7],
  ),
]

export const atTheAnswers: readonly MalformedCall[] = [
  refused(
    'an objection that is too late',
    (stage) => objectAsReviewer(stage, 1),
    'Round_WrongPhase',
    [8],
  ),
  refused(
    'a confirmation during the answers',
    (stage) => confirm(stage, []),
    'Round_WrongPhase',
    [8],
  ),
]

export const atTheConfirmation: readonly MalformedCall[] = [
  refused(
    'an answer that is too late',
    (stage) => answer(stage, 1),
    'Round_WrongPhase',
    [9],
  ),
  refused(
    'a confirmation by a stranger',
    ({ round }) => round.confirm([], someDigest),
    'Round_NotHolder',
    ({ anyone }) => [3, anyone.address],
  ),
  refused(
    'a confirmation without a record',
    ({ round, committee }) => round.connect(committee).confirm([], ZeroHash),
    'Round_DigestMissing',
  ),
  refused(
    'a departure without a reason',
    async (stage) =>
      confirm(stage, [
        { removed: (await scene(stage)).removed, added: 0, reason: noDigest },
      ]),
    'Round_DigestMissing',
  ),
  ...[0, 7].map((removed) =>
    refused(
      `the removal of proposal ${removed}`,
      (stage) => confirm(stage, [{ removed, added: 0 }]),
      'Round_DepartureRemoved',
      [removed],
    ),
  ),
  departure(
    'the removal of one that is not recommended',
    ({ reserve }) => [{ removed: reserve, added: 0 }],
    'Round_DepartureRemoved',
    ({ reserve }) => [reserve],
  ),
  departure(
    'the removal of one twice',
    ({ removed }) => [
      { removed, added: 0 },
      { removed, added: 0 },
    ],
    'Round_DepartureRemoved',
    ({ removed }) => [removed],
  ),
  departure(
    'an addition beyond the roster',
    ({ removed }) => [{ removed, added: 7 }],
    'Round_DepartureAdded',
    () => [7],
  ),
  departure(
    'an addition of the removed itself',
    ({ removed }) => [{ removed, added: removed }],
    'Round_DepartureAdded',
    ({ removed }) => [removed],
  ),
  departure(
    'an addition of one selected anyway',
    ({ removed, other }) => [{ removed, added: other }],
    'Round_DepartureAdded',
    ({ other }) => [other],
  ),
  departure(
    'an addition across the halves',
    ({ removed, across }) => [{ removed, added: across }],
    'Round_DepartureAdded',
    ({ across }) => [across],
  ),
]

/** Six proposals that ask for 1,000 each, but the last for 10,000. */
export const withABudget: readonly MalformedCall[] = [
  refused(
    'departures that spend more than the half has',
    async (stage) => {
      const { removed } = await halfOfTheLast(stage)
      return confirm(stage, [{ removed, added: 6 }])
    },
    'Round_DepartureBudget',
    async (stage) => [(await halfOfTheLast(stage)).half, 11_000, 2_000],
  ),
]

/** One seat for the last proposal, the only one of its category. */
export const withQuotas: readonly MalformedCall[] = [
  refused(
    'an addition across the categories',
    async (stage) => {
      const { reserve } = await halfOfTheLast(stage)
      return confirm(stage, [{ removed: 6, added: reserve }])
    },
    'Round_DepartureAdded',
    async (stage) => [(await halfOfTheLast(stage)).reserve],
  ),
]

/** The reserve of half 0 was withdrawn before the ranking. */
export const withAWithdrawnReserve: readonly MalformedCall[] = [
  departure(
    'an addition of one that was withdrawn',
    ({ removed, reserve }) => [{ removed, added: reserve }],
    'Round_DepartureAdded',
    ({ reserve }) => [reserve],
  ),
]

/** Half 0 has two of the three seats, half 1 the third. */
type Scene = { removed: number; other: number; reserve: number; across: number }

async function scene(stage: Played): Promise<Scene> {
  const [[removed, other, reserve], [, across]] = await honestOrders(stage)
  if (!removed || !other || !reserve || !across) return fail('scene')
  return { removed, other, reserve, across }
}

/** In the half of proposal 6: the best and the last of the others. */
async function halfOfTheLast(stage: Played) {
  const orders = await honestOrders(stage)
  const half = orders[0].includes(6) ? 0 : 1
  const [removed, reserve] = orders[half].filter((number) => number !== 6)
  if (!removed || !reserve) return fail('half')
  return { half, removed, reserve }
}

type DepartureOf = { removed: number; added: number; reason?: Hex }

function departure(
  name: string,
  departures: (scene: Scene) => readonly DepartureOf[],
  error: string,
  values: (scene: Scene) => readonly unknown[],
): MalformedCall {
  return refused(
    name,
    async (stage) => confirm(stage, departures(await scene(stage))),
    error,
    async (stage) => values(await scene(stage)),
  )
}

function confirm(
  { round, committee }: Played,
  departures: readonly DepartureOf[],
) {
  const whole = departures.map((one) => ({ reason: someDigest, ...one }))
  return round.connect(committee).confirm(whole, someDigest)
}

function answer(
  { round, committee }: Played,
  objection: number,
  digest = someDigest,
) {
  return round.connect(committee).answerObjection(objection, digest)
}
