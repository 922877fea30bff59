/** Screening is over the registration; then the roll; nothing is frozen. */
import { ZeroHash } from 'ethers'
import type { Hex } from 'viem'
import { applicant } from '../support/accounts.ts'
import { screen, withdraw } from '../support/acts.ts'
import { time } from '../support/chain.ts'
import {
  fullRoll,
  generateKeys,
  publishRoll,
  screenAll,
  someDigest,
  type Stage,
  upTo,
} from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const keys = upTo(6).map((number) => applicant(number).address)
const chunk: Hex = `0x${'11'.repeat(12 * 20)}`

export const atScreening: readonly MalformedCall[] = [
  refused(
    'a roster by a stranger',
    ({ round }) => round.extendRoster(keys),
    'Round_NotHolder',
    ({ anyone }) => [0, anyone.address],
  ),
  refused(
    'a roster of too few for the lists',
    async (stage) => {
      for (const number of [1, 2]) await screen(stage, number)
      return extendRoster(stage, keys.slice(0, 2))
    },
    'Round_RosterSize',
    [2, 3, 1_200],
  ),
  refused(
    'a roster that leaves one out',
    async (stage) => {
      await screenAll(stage)
      return extendRoster(stage, keys.slice(0, 5))
    },
    'Round_RosterPart',
    [5, 6],
  ),
  refused(
    'a roster with a refused proposal',
    async (stage) => {
      await screenAll(stage)
      await screen(stage, 2, { accepted: false })
      return extendRoster(stage, keys.slice(0, 5))
    },
    'Round_NotAccepted',
    [keys[1]],
  ),
  refused(
    'a roster in another order',
    async (stage) => {
      await screenAll(stage)
      return extendRoster(stage, keys.toReversed())
    },
    'Round_RosterOrder',
    [keys[4], 5, 6],
  ),
  refused(
    'a roster that lists one twice',
    async (stage) => {
      await screenAll(stage)
      return extendRoster(stage, [...keys.slice(0, 5), keys[4] as Hex])
    },
    'Round_RosterOrder',
    [keys[4], 5, 5],
  ),
]

/** 258 accepted proposals, of which a first part of 256 is on the roster. */
export const atHalfARoster: readonly MalformedCall[] = [
  refused(
    'a screening after the roster was begun',
    (stage) => screen(stage, 258, { accepted: false }),
    'Round_RosterStarted',
  ),
  refused(
    'a withdrawal after the roster was begun',
    (stage) => withdraw(stage, 258),
    'Round_RosterStarted',
  ),
  refused(
    'a second part that begins with the last of the first',
    (stage) =>
      extendRoster(stage, [applicant(256).address, applicant(257).address]),
    'Round_RosterOrder',
    [applicant(256).address, 256, 256],
  ),
  refused(
    'a second part that holds too many',
    (stage) => extendRoster(stage, keys),
    'Round_RosterPart',
    [6, 2],
  ),
]

export const atSums: readonly MalformedCall[] = [
  refused(
    'a roster of which the sums could overflow',
    async (stage) => {
      await screenAll(stage)
      return extendRoster(stage, keys)
    },
    'Round_SumOverflow',
    [65_535 * 255 * 6 * 20_000, 2 ** 40 - 1],
  ),
]

export const atRoll: readonly MalformedCall[] = [
  refused(
    'a roll by a stranger',
    ({ round }) => round.publishRoll(0, chunk),
    'Round_NotHolder',
    ({ anyone }) => [1, anyone.address],
  ),
  refused(
    'a chunk that lacks a key',
    (stage) => publish(stage, 0, chunk.slice(0, -40) as Hex),
    'Round_RollChunk',
    [0, 220, 240],
  ),
  refused(
    'a chunk that lacks a byte',
    (stage) => publish(stage, 0, chunk.slice(0, -2) as Hex),
    'Round_RollChunk',
    [0, 239, 240],
  ),
  refused(
    'a chunk beyond the roll',
    (stage) => publish(stage, 1, chunk),
    'Round_RollChunk',
    [1, 240, 0],
  ),
  refused(
    'an empty chunk beyond all rolls',
    (stage) => publish(stage, 2n ** 256n - 1n, '0x'),
    'Round_RollChunk',
    [2n ** 256n - 1n, 0, 0],
  ),
  refused(
    'a freeze by a stranger',
    ({ round }) => round.freeze(someDigest),
    'Round_NotHolder',
    ({ anyone }) => [0, anyone.address],
  ),
  refused(
    'a freeze without a notice',
    ({ round, admin }) => round.connect(admin).freeze(ZeroHash),
    'Round_DigestMissing',
  ),
  refused('a freeze without a roll', freezeNow, 'Round_RollIncomplete', [0, 1]),
  refused(
    'a freeze a second before the notice is over',
    async (stage) => {
      await publishAt(stage, rollTime(stage))
      await generateKeys(stage)
      const { rollNotice } = stage.rules.times
      await time.setNextBlockTimestamp(rollTime(stage) + rollNotice - 1)
      return freezeNow(stage)
    },
    'Round_RollNotice',
    (stage) => [
      rollTime(stage),
      rollTime(stage) + stage.rules.times.rollNotice,
    ],
  ),
  refused(
    'a freeze without keys',
    async (stage) => {
      await publishRoll(stage)
      await time.increase(stage.rules.times.rollNotice)
      return freezeNow(stage)
    },
    'Round_NoKeys',
  ),
  refused(
    'a reviewer that the roll does not have',
    ({ round }) => round.rollKey(13),
    'Round_NoReviewer',
    [13, 12],
  ),
  refused(
    'reviewer 0',
    ({ round }) => round.rollKey(0),
    'Round_NoReviewer',
    [0, 12],
  ),
  refused(
    'a proposal that the roster does not have',
    ({ round }) => round.isWithdrawn(7),
    'Round_NoNumber',
    [7, 6],
  ),
  refused(
    'proposal 0',
    ({ round }) => round.rosterEntry(0),
    'Round_NoNumber',
    [0, 6],
  ),
]

function extendRoster({ round, admin }: Stage, part: readonly Hex[]) {
  return round.connect(admin).extendRoster([...part])
}

function publish(
  { round, registrar }: Stage,
  index: number | bigint,
  keys: Hex,
) {
  return round.connect(registrar).publishRoll(index, keys)
}

function freezeNow({ round, admin }: Stage) {
  return round.connect(admin).freeze(someDigest)
}

/** When the roll of this test is published. */
function rollTime({ rules }: Stage): number {
  return rules.times.rosterBy
}

async function publishAt(stage: Stage, at: number) {
  await time.setNextBlockTimestamp(at)
  await publishRoll(stage, fullRoll(stage))
}
