/**
 * Malformed and forbidden calls
 * ├── given each call of the table → reverts with its error and its values
 * └── taken together
 *     ├── are at least 80
 *     └── leave out no error of a round, of its rules or of the receipts
 */
import { expect } from 'chai'
import { zeroAddress as nobody } from 'viem'
import {
  IReceipts__factory,
  IRoundErrors__factory,
  IRulesErrors__factory,
} from '../../types/index.ts'
import {
  atHalfARoster,
  atRoll,
  atScreening,
  atSums,
} from './malformedCalls/beforeFreeze.ts'
import { atRegistration } from './malformedCalls/atRegistration.ts'
import { atReview, withFourHundredAndOne } from './malformedCalls/atReview.ts'
import { afterTheClose, afterTheKeyCame } from './malformedCalls/atOpening.ts'
import {
  atTheAnswers,
  atTheConfirmation,
  atTheObjections,
  withABudget,
  withAWithdrawnReserve,
  withQuotas,
} from './malformedCalls/atTheDecision.ts'
import {
  afterTheBlockHash,
  afterTheDraw,
  afterTheFreeze,
  withAnotherLotteryKey,
} from './malformedCalls/atTheDraw.ts'
import { everyActAfter } from './malformedCalls/atTheEnd.ts'
import { atTheFactory } from './malformedCalls/atTheFactory.ts'
import { atTheRanking } from './malformedCalls/atTheRanking.ts'
import { keyConfirmation } from './malformedCalls/keyConfirmation.ts'
import { keyGeneration } from './malformedCalls/keyGeneration.ts'
import type { MalformedCalls } from './malformedCalls/MalformedCall.ts'
import {
  withReceipts,
  withReceiptsOfNothing,
} from './malformedCalls/withReceipts.ts'
import { tooEarly } from './malformedCalls/tooEarly.ts'
import { applicant } from './support/accounts.ts'
import { withdraw } from './support/acts.ts'
import {
  castPage,
  honestOrders,
  opaqueEnvelope,
  plainBallots,
  rankHonestly,
} from './support/ballots.ts'
import { mine, signer, time } from './support/chain.ts'
import {
  lonePackage,
  confirmKeys,
  keys,
  publishAll,
  publishPackage,
  shareSecrets,
} from './support/fakeTrustees.ts'
import { makeMoments } from './support/moments.ts'
import { expectRefusal } from './support/refusal.ts'
import {
  addressOf,
  fail,
  freeze,
  fullRoll,
  juryRules,
  publishRoll,
  screenAll,
  someDigest,
  type Stage,
  toConfirmation,
  toRanking,
  upTo,
} from './support/stage.ts'

const round = makeMoments({
  roll: (stage) => fullRoll(stage).with(11, nobody),
})
const twoTrustees = makeMoments({
  rules: ({ signers }) => ({
    threshold: 2,
    trustees: [10, 11].map((index) => addressOf(signer(signers, index))),
  }),
})
const manyProposals = makeMoments({ n: 258, rules: { seatsPerCommunity: 1 } })
const bigSums = makeMoments({
  rules: {
    seatsPerCommunity: 20_000,
    points: 'Score',
    weights: [65_535],
    maxScore: 255,
  },
})
const bigJury = makeMoments({
  n: 2,
  rules: { ...juryRules, reviewers: 401, seats: 1 },
})
const budget = makeMoments({
  rules: { seats: 0, budget: 4_000n },
  details: (number) => ({ ask: number === 6 ? 10_000n : 1_000n }),
})
const quotas = makeMoments({
  rules: {
    quotas: [
      { category: 1, seats: 2 },
      { category: 2, seats: 1 },
    ],
  },
  details: (number) => ({ category: number === 6 ? 2 : 1 }),
})

const table: readonly MalformedCalls[] = [
  at('the factory', () => round('registration'), atTheFactory),
  at('the registration', () => round('registration'), atRegistration),
  at('the registration', () => round('registration'), tooEarly),
  at('key generation', () => twoTrustees('registration'), keyGeneration),
  at('key generation', withAllShares, keyConfirmation),
  at('the screening', () => round('screening'), atScreening),
  at('half a roster', withHalfARoster, atHalfARoster),
  at('the screening', () => bigSums('screening'), atSums),
  at('the roll', () => round('roll'), atRoll),
  at('the draw', () => round('frozen'), afterTheFreeze),
  at('the draw', withBlockHash, afterTheBlockHash),
  at('the draw', withWrongLotteryKey, withAnotherLotteryKey),
  at('the draw', () => round('drawn'), afterTheDraw),
  at('the review', () => round('review'), atReview),
  at('the review', with401Ballots, withFourHundredAndOne),
  at('the review, of receipts', withVersion2, withReceipts),
  at('the end: cancelled, of receipts', cancelled, withReceiptsOfNothing),
  at('the opening', () => round('closed'), afterTheClose),
  at('the opening', () => round('keyCame'), afterTheKeyCame),
  at('the ranking', () => round('ranking'), atTheRanking),
  at('the objections', () => round('objections'), atTheObjections),
  at('the answers', () => round('answers'), atTheAnswers),
  at('the confirmation', () => round('confirmation'), atTheConfirmation),
  at('the confirmation', withoutReserve, withAWithdrawnReserve),
  at('the confirmation', () => budget('confirmation'), withABudget),
  at('the confirmation', () => quotas('confirmation'), withQuotas),
  at('the end: confirmed', () => round('confirmed'), everyActAfter(10)),
  at('the end: cancelled', cancelled, everyActAfter(11)),
  at('the end: lapsed', lapsed, everyActAfter(12)),
  at('the end: failed', failed, everyActAfter(13)),
]

describe('malformed and forbidden calls', () => {
  for (const { moment, load, calls } of table)
    describe(`at ${moment}`, () => {
      for (const { name, call, error, values = [] } of calls)
        it(`refuses ${name}`, async () => {
          const stage = await load()
          const contract = contractOf(stage, error)
          const expected =
            typeof values === 'function' ? await values(stage) : values
          await expectRefusal(call(stage), contract, error, expected)
        })
    })

  it('are at least 80', () => {
    const calls = table.flatMap((row) => row.calls)
    expect(calls.length).to.be.at.least(80)
  })

  it('leave out no error of a round, of its rules or of the receipts', () => {
    const declared = [
      ...IRoundErrors__factory.abi,
      ...IRulesErrors__factory.abi,
      ...IReceipts__factory.abi,
    ]
    const errors = declared.filter(({ type }) => type === 'error')
    const names = errors.map(({ name }) => name)
    const shown = table.flatMap(({ calls }) => calls.map(({ error }) => error))
    expect([...new Set(shown)].sort()).to.deep.equal(names.sort())
  })
})

function at(
  moment: string,
  load: MalformedCalls['load'],
  calls: MalformedCalls['calls'],
): MalformedCalls {
  return { moment, load, calls }
}

/** Which contract refuses with an error of this name. */
function contractOf({ deployment, round }: Stage, error: string) {
  if (error.startsWith('Rules_')) return deployment.factory
  return error.startsWith('Receipts_') ? deployment.receipts : round
}

async function withAllShares() {
  const stage = await twoTrustees('registration')
  await publishAll(stage)
  return stage
}

async function withHalfARoster() {
  const stage = await manyProposals('screening')
  await screenAll(stage)
  const part = upTo(256).map((number) => applicant(number).address)
  await stage.round.connect(stage.admin).extendRoster(part)
  return stage
}

async function withBlockHash() {
  const stage = await round('frozen')
  await mine(stage.rules.drawDelay + 1)
  await stage.round.storeDrawBlock()
  return stage
}

/** The lone trustee confirms a lottery key that its share does not make. */
async function withWrongLotteryKey() {
  const stage = await round('roll')
  await publishRoll(stage)
  await publishPackage(stage, 1, lonePackage)
  await confirmKeys(stage, 1, {
    ballotShares: keys.ballotShares.slice(0, 1),
    lotteryShares: keys.lotteryShares.slice(0, 1),
  })
  await freeze(stage)
  await mine(stage.rules.drawDelay + 1)
  await stage.round.storeDrawBlock()
  await stage.round.releaseShare(1, 1, shareSecrets.lottery[0])
  return stage
}

async function with401Ballots() {
  const stage = await bigJury('review')
  const envelope = opaqueEnvelope(stage)
  stage.ballots = await plainBallots(stage, upTo(401), { envelope })
  return stage
}

/** Reviewer 1 cast version 2, and the promises about the others are due. */
async function withVersion2() {
  const stage = await round('review')
  await castPage(stage, await plainBallots(stage, [1], { version: 2 }))
  return stage
}

async function withoutReserve() {
  const stage = await round('ranking')
  const [first] = await honestOrders(stage)
  await withdraw(stage, first[2] ?? fail('reserve'))
  await rankHonestly(stage)
  await toConfirmation(stage)
  return stage
}

async function cancelled() {
  const stage = await round('review')
  await stage.round.connect(stage.admin).cancel(someDigest)
  return stage
}

async function lapsed() {
  const stage = await round('screening')
  await time.increaseTo(stage.rules.times.rosterBy + 1)
  return stage
}

/** The key never came and nobody opened. */
async function failed() {
  const stage = await round('closed')
  await toRanking(stage)
  return stage
}
