/** What a passkey adds to the price of a ballot, alone and in a page. */
import { packBallot } from '../protocol/ballot.ts'
import { restoreDraw } from '../protocol/draw.ts'
import { parseNumbers } from '../protocol/packedNumbers.ts'
import { castPage } from '../test/contracts/support/ballots.ts'
import type { Deployment } from '../test/contracts/support/chain.ts'
import { makePasskey, signWithPasskey } from '../cli/rehearse/passkeys.ts'
import {
  createRound,
  fail,
  fullRoll,
  makeRules,
  rosterToReview,
  toRoll,
  upTo,
} from '../test/contracts/support/stage.ts'
import { makeBallots } from './ballots.ts'
import type { GasRow } from './GasRow.ts'
import { gasUsed } from './peers/gasUsed.ts'
import { seededRandom } from './seededRandom.ts'

const communities = 40
const seats = 6
const page = 100

/** The first half of the seats has passkeys, the other one accounts. */
export async function measurePasskeys(
  deployment: Deployment,
): Promise<GasRow[]> {
  const random = seededRandom(2)
  const verifier = deployment.webAuthnVerifier
  const rules = await makeRules(deployment, {
    seatsPerCommunity: seats,
    listLength: 10,
    seats: communities / 2,
    ballotLimit: 1,
    verifiers: [verifier],
  })
  const stage = await createRound(deployment, rules, random)
  await toRoll(stage, communities)
  const half = (communities * seats) / 2
  const isPasskey = (reviewer: number) => reviewer <= half
  const roll = fullRoll(stage).map((key, index) =>
    isPasskey(index + 1) ? makePasskey(index + 1, verifier).key : key,
  )
  await rosterToReview(stage, roll)
  const [order, offset] = await stage.round.shuffles()
  const draw = restoreDraw({
    ...{ rules, n: communities },
    order: parseNumbers(order as `0x${string}`),
    offset: parseNumbers(offset as `0x${string}`),
  })
  const byPasskey = (numbers: number[]) =>
    makeBallots(stage, draw, numbers, random, (number, digest) =>
      signWithPasskey(makePasskey(number, verifier), digest),
    )
  const [first = fail('ballot')] = await byPasskey([page + 1])
  const passkeys = await byPasskey(upTo(page))
  const others = upTo(page).map((number) => number + half)
  const accounts = await makeBallots(stage, draw, others, random)
  const direct = stage.round.castBallot(packBallot(first))
  const alone = await gasUsed(direct)
  const withPasskeys = await gasUsed(castPage(stage, passkeys))
  const withAccounts = await gasUsed(castPage(stage, accounts))
  return [
    { scenario: 'cast directly, passkey', gas: alone, units: 1 },
    { scenario: 'cast, passkey, page of 100', gas: withPasskeys, units: page },
    { scenario: 'cast, account, page of 100', gas: withAccounts, units: page },
    {
      scenario: 'surcharge of a passkey',
      gas: withPasskeys - withAccounts,
      units: page,
    },
  ]
}
