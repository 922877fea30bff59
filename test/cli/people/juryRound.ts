/** A small jury's round in which all further acts are commands. */
import { type Address, zeroHash } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createRound } from '../../../chain/createRound.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import type { EmbeddedChain } from '../../../cli/embeddedChain.ts'
import { documentDigest } from '../../../cli/rehearse/stage.ts'
import { packKeys } from '../../../protocol/roll.ts'
import { makeRules } from '../../protocol/makeRules.ts'
import { type CommandChain, keyOf } from '../support/commandChain.ts'

const hour = 3_600
export const trustees = ['trustee 1', 'trustee 2', 'trustee 3']
export const reviewers = ['ana', 'bo', 'chae', 'dan']
const applicants = ['north', 'south', 'east']

/** Everyone who acts, and so has ether. */
export const everyone = [
  ...['admin', 'anyone', ...trustees, ...reviewers, ...applicants],
]

export function makeTimes(now: number) {
  const registerUntil = now + hour
  const rosterBy = registerUntil + hour
  const freezeBy = rosterBy + 5 * hour
  const drawBy = freezeBy + 2 * hour
  const close = drawBy + 10 * hour
  const releaseFrom = close + hour
  const releaseUntil = releaseFrom + 5 * hour
  return {
    ...{ registerUntil, rosterBy, freezeBy, drawBy, reviewFrom: drawBy },
    ...{ close, releaseFrom, releaseUntil },
    openUntil: releaseUntil + 48 * hour,
    rollNotice: 60,
    objectionPeriod: hour,
    answerPeriod: hour,
  }
}

/** Three proposals, four jurors, three trustees unless told; up to the phase roll. */
export async function prepareRound(
  served: CommandChain,
  clock: EmbeddedChain,
  { names = trustees, threshold = 2 } = {},
) {
  const { chain } = served
  const person = (name: string) => served.person(name)
  const rules = makeRules({
    ...{ owners: false, seatsPerCommunity: 0, reviewers: 4, listLength: 0 },
    ...{ weights: [1], maxScore: 5, points: 'Score', order: 'Sum' },
    ...{ ballotLimit: 3, seats: 1, budget: 0n, minReviews: 0, drawDelay: 2 },
    threshold,
    trustees: names.map((name) => person(name).address),
    verifiers: [],
    quotas: [],
    times: makeTimes(await served.time()),
  })
  const { address: admin } = person('admin')
  const sender = chain.sender(admin)
  const { round } = await createRound(sender, {
    factory: chain.factory,
    rules,
    holders: { admin, registrar: admin, screener: admin, committee: admin },
    salt: zeroHash,
  })
  const digest = documentDigest('a document')
  const keys = applicants.map((name) => person(name).address)
  for (const key of keys)
    await writeRound(chain.sender(key), {
      round,
      functionName: 'registerProposal',
      args: [key, { version: 1, digest, category: 1, ask: 10n }, '0x'],
    })
  const screenings = keys.map((key) => ({
    ...{ key, version: 1, accepted: true, reason: digest },
  }))
  const call = { round, functionName: 'screen', args: [screenings] } as const
  await writeRound(sender, call)
  await clock.advanceTo(rules.times.registerUntil + 1)
  const roster = { round, functionName: 'extendRoster', args: [keys] } as const
  await writeRound(sender, roster)
  const roll = packKeys(
    reviewers.map((name) => privateKeyToAccount(keyOf(name)).address),
  )
  const publish = [0n, roll] as const
  await writeRound(sender, {
    ...{ round, functionName: 'publishRoll', args: publish },
  })
  return round
}

export async function freeze(
  served: CommandChain,
  clock: EmbeddedChain,
  round: Address,
) {
  await clock.advanceTo((await served.time()) + 120)
  const args = [documentDigest('frozen')] as const
  const sender = served.chain.sender(served.person('admin').address)
  await writeRound(sender, { round, functionName: 'freeze', args })
}
