// wholeRound, 3 of 5
// └── silent in attempt 1, a bad share in attempt 2, keys in attempt 3, then
//     one absent and one with a wrong share: drawn, opened and confirmed
import { randomBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import type { Hex } from 'viem'
import { createEnvelopeOpener } from '../../../protocol/envelope.ts'
import type { Attempt } from '../../../protocol/keyPackage.ts'
import { createPackage } from '../../../protocol/keyPackage.ts'
import { createShares, receiveShares } from '../../../protocol/keyShares.ts'
import { openPage as openByKey } from '../../../protocol/opening.ts'
import { combineShares } from '../../../protocol/release.ts'
import {
  castPage,
  openPage,
  plainBallots,
  rankHonestly,
  readDraw,
  tallies,
} from '../support/ballots.ts'
import { deployFactory, loadFixture, mine, time } from '../support/chain.ts'
import {
  createRound,
  currentAttempt,
  fail,
  fixRoster,
  freeze,
  generateKeys,
  publishPackages,
  publishRoll,
  registerAll,
  releaseShares,
  someDigest,
  type Stage,
  toClose,
  toConfirmation,
  toRanking,
  upTo,
} from '../support/stage.ts'
import {
  asTrustee,
  judge,
  makeTrusteeRules,
  replaceShare,
  transportSecret,
} from '../support/trustees.ts'
import { listOf } from '../../../protocol/draw.ts'

const confirmedPhase = 10
const size = { threshold: 3, trustees: 5 }
const ballot = 0
const lottery = 1
const absent = 4
const liar = 5

describe('wholeRound', () => {
  it('is confirmed, whatever its trustees do', async () => {
    const deployment = await loadFixture(deployFactory)
    const { threshold, trustees } = size
    const rules = await makeTrusteeRules(deployment, threshold, trustees)
    const stage = await createRound(deployment, rules)
    const { round } = stage

    await beSilent(stage, 2)
    await startWithout(stage, 2)
    const blamed = await sendBadShare(stage, { from: 3, to: 1 })
    expect(blamed).to.equal(3)
    await startWithout(stage, blamed)
    await registerAll(stage, 6)
    await fixRoster(stage)
    await publishRoll(stage)
    await generateKeys(stage)
    expect((await round.attempt()).number).to.equal(3)
    await freeze(stage)

    await mine(rules.drawDelay + 1)
    await round.storeDrawBlock()
    await releaseWithTrouble(stage, lottery)
    await round.draw()
    await time.increaseTo(rules.times.reviewFrom)

    const ballots = await plainBallots(stage, upTo(12))
    await castPage(stage, ballots)
    await toClose(stage)
    await time.increaseTo(rules.times.releaseFrom)
    await releaseWithTrouble(stage, ballot)
    // By the released shares alone, as anyone would.
    const draw = await readDraw(stage)
    const secret = combineShares(size, await releasedShares(stage))
    const opener = await createEnvelopeOpener(stage.separator, secret)
    const list = (number: number) => listOf(draw, number)
    await openPage(stage, 1, ballots, await openByKey(opener, ballots, list))
    expect((await round.ballotCounts()).settled).to.equal(12)
    const counts = (await tallies(stage)).map(({ count }) => count)
    expect(counts.reduce((sum, count) => sum + count)).to.equal(24)

    await toRanking(stage)
    await rankHonestly(stage)
    await toConfirmation(stage)
    await round.connect(stage.committee).confirm([], someDigest)
    expect(await round.phase()).to.equal(confirmedPhase)
  })
})

/** All but one publish their packages: the attempt cannot go on. */
async function beSilent(stage: Stage, silent: number) {
  const attempt = await currentAttempt(stage)
  for (const number of upTo(size.trustees)) {
    if (number === silent) continue
    const { message } = createPackage(attempt, number, randomBytes)
    const trustee = await asTrustee(stage, attempt, number)
    await trustee.publishPackage(attempt.number, message)
  }
}

async function startWithout(stage: Stage, number: number) {
  const attempt = await currentAttempt(stage)
  const newcomer = newcomerTo(stage, attempt)
  const trustees = attempt.trustees.with(number - 1, newcomer)
  await stage.round.connect(stage.admin).startAttempt(trustees, someDigest)
}

function newcomerTo({ deployment }: Stage, { trustees }: Attempt): Hex {
  const others = deployment.signers
    .slice(15)
    .map(({ address }) => address as Hex)
  return others.find((one) => !trustees.includes(one)) ?? fail('newcomer')
}

/** Who gets the bad share proves it; who is to blame by what is published. */
async function sendBadShare(stage: Stage, place: { from: number; to: number }) {
  const attempt = await currentAttempt(stage)
  const { packages, states } = await publishPackages(stage, attempt)
  const messages: Uint8Array[] = []
  for (const [index, state] of states.entries()) {
    const right = await createShares(attempt, state, packages)
    const isBad = index + 1 === place.from
    const message = isBad
      ? replaceShare(right, place, (share) => share.toReversed())
      : right
    messages.push(message)
    const trustee = await asTrustee(stage, attempt, index + 1)
    await trustee.publishShares(attempt.number, message)
  }
  const own = states[place.to - 1] ?? fail('state')
  const { accused } = await receiveShares(attempt, own, packages, messages)
  expect(accused.map(({ trustee }) => trustee)).to.deep.equal([place.from])
  const victim = await asTrustee(stage, attempt, place.to)
  const message = packages[place.to - 1] ?? fail('package')
  await victim.disputeShare(
    attempt.number,
    place.from,
    transportSecret(own),
    message,
  )
  return (await judge(stage, attempt)).blamed
}

/** One is absent, one lies and is refused; three of five are enough. */
async function releaseWithTrouble(stage: Stage, purpose: 0 | 1) {
  const { round, trustees } = stage
  const own = trustees?.shares[liar - 1] ?? fail('share')
  const share = purpose === ballot ? own.ballotShare : own.lotteryShare
  await expect(round.releaseShare(purpose, liar, share + 1n))
    .to.be.revertedWithCustomError(round, 'Round_ShareWrong')
    .withArgs(purpose, liar)
  const others = upTo(size.trustees)
    .filter((number) => number !== absent && number !== liar)
    .reverse()
  await releaseShares(stage, purpose, others)
}

async function releasedShares({ round }: Stage) {
  const events = await round.queryFilter(round.filters.ShareReleased(ballot))
  return events.map(({ args }) => ({
    trustee: Number(args.trustee),
    share: args.share,
  }))
}
