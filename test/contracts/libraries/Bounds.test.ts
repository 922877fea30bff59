/**
 * A round of the greatest size: 1,200 proposals, 130,800 reviewers
 * └── each of its transactions fits under the 16,777,216 gas of EIP-7825
 *     ├── a part of the roster, a chunk of the roll, the freeze, the draw
 *     ├── a page of 400 ballots with 255 values, from all over the roll
 *     ├── the opening of such a page, in parts
 *     ├── the ranking, with as many quotas as there may be
 *     └── a confirmation that departs from every recommendation
 *
 * The simulated chain refuses a transaction above that limit, so it is enough
 * that all of them are mined.
 */
import { expect } from 'chai'
import type { ContractTransactionResponse } from 'ethers'
import hre from 'hardhat'
import { toChunks } from '../../../protocol/roll.ts'
import { reviewerCount } from '../../../protocol/rules.ts'
import { applicant, reviewer, signDigest } from '../support/accounts.ts'
import {
  castPage,
  closed,
  honestOrders,
  type KnownBallot,
  opaqueEnvelope,
  openedBy,
  openPage,
  plainBallots,
  rankAs,
  readDraw,
} from '../support/ballots.ts'
import { deployFactory, loadFixture, mine, time } from '../support/chain.ts'
import { recommendedOf } from '../support/rankedJury.ts'
import {
  createRound,
  generateKeys,
  makeRules,
  registerAll,
  releaseShares,
  someDigest,
  type Stage,
  toClose,
  toConfirmation,
  toKeyCame,
  toRanking,
  upTo,
} from '../support/stage.ts'

const mostGas = { gasLimit: 16_777_216n }
const proposals = 1_200
/** One key for all seats: making 130,800 takes longer than the test. */
const seatKey = reviewer(1)
const hour = 3_600

describe('a round of the greatest size', function () {
  this.timeout(240_000)
  let stage: Stage
  let ballots: KnownBallot[]

  before('is registered', async function () {
    // Coverage makes every transaction dearer.
    if (hre.globalOptions.coverage) return this.skip()
    stage = await registered()
  })

  it('fits a part of the roster of 256', async () => {
    await screenInParts(stage)
    await time.increaseTo(stage.rules.times.registerUntil + 1)
    const keys = upTo(proposals).map((number) => applicant(number).address)
    const { admin, round } = stage
    for (let start = 0; start < proposals; start += 256)
      await mined(
        round
          .connect(admin)
          .extendRoster(keys.slice(start, start + 256), mostGas),
      )
  })

  it('fits a chunk of the roll of 1,024', async () => {
    const count = reviewerCount(stage.rules, proposals)
    const roll = Array<typeof seatKey.address>(count).fill(seatKey.address)
    const { registrar, round } = stage
    for (const [index, keys] of toChunks(roll).entries())
      await mined(round.connect(registrar).publishRoll(index, keys, mostGas))
  })

  it('fits the freeze', async () => {
    await generateKeys(stage)
    await time.increase(stage.rules.times.rollNotice)
    const { admin, round } = stage
    await mined(round.connect(admin).freeze(someDigest, mostGas))
  })

  it('fits the draw', async () => {
    await mine(stage.rules.drawDelay + 1)
    await stage.round.storeDrawBlock()
    await releaseShares(stage, 1)
    await mined(stage.round.draw(mostGas))
  })

  it('fits a page of 400 ballots with 255 values', async () => {
    await time.increaseTo(stage.rules.times.reviewFrom)
    ballots = await plainBallots(stage, fromAllOver(400), {
      envelope: opaqueEnvelope(stage),
      sign: (digest) => signDigest(seatKey, digest),
    })
    await mined(castPage(stage, ballots, mostGas))
    expect(await stage.round.ballotCounts()).to.deep.equal([1n, 400n, 0n])
  })

  it('fits the opening of such a page, in parts', async () => {
    await toClose(stage)
    await toKeyCame(stage)
    for (const [from, to] of [
      [0, 0],
      [0, 20],
      [20, 45],
    ] as const) {
      const openings = ballots.map((ballot, index) =>
        index >= from && index < to ? openedBy(ballot) : closed(ballot),
      )
      await mined(openPage(stage, 1, ballots, openings, mostGas))
      expect((await stage.round.ballotCounts()).settled).to.equal(to)
    }
  })

  it('fits the ranking with 32 quotas', async () => {
    await toRanking(stage)
    const [first, second] = await honestOrders(stage)
    await mined(rankAs(stage, first, second, mostGas))
  })

  it('fits a confirmation that departs from everything', async () => {
    await toConfirmation(stage)
    const departures = await everyDeparture(stage)
    const { committee, round } = stage
    await mined(
      round.connect(committee).confirm(departures, someDigest, mostGas),
    )
  })
})

async function registered(): Promise<Stage> {
  const deployment = await loadFixture(deployFactory)
  const start = await time.latest()
  const rules = await makeRules(deployment, {
    times: {
      registerUntil: start + hour,
      rosterBy: start + 2 * hour,
      freezeBy: start + 5 * hour,
    },
    seatsPerCommunity: 109,
    points: 'Score',
    listLength: 255,
    weights: [7],
    ballotLimit: 15,
    seats: 32 * 18,
    quotas: upTo(32).map((category) => ({ category, seats: 18 })),
  })
  const stage = await createRound(deployment, rules)
  await registerAll(stage, proposals, (number) => ({
    category: 1 + (number % 32),
  }))
  return stage
}

async function screenInParts(stage: Stage) {
  const numbers = upTo(proposals)
  for (let start = 0; start < proposals; start += 300)
    await stage.round.connect(stage.screener).screen(
      numbers.slice(start, start + 300).map((number) => ({
        key: applicant(number).address,
        version: 1,
        accepted: true,
        reason: someDigest,
      })),
    )
}

/** Reviewers far from each other: hardly two share a slot of the storage. */
function fromAllOver(count: number): number[] {
  const reviewers = 109 * proposals
  return upTo(count).map((index) => Math.floor((index * reviewers) / count))
}

/** Everything recommended goes, and a neighbour takes its place, if there is one. */
async function everyDeparture(stage: Stage) {
  const draw = await readDraw(stage)
  const recommended = await recommendedOf(stage)
  const cell = (number: number) =>
    `${(draw.positions[number - 1] ?? 0) % 2} ${number % 32}`
  const free = new Map<string, number[]>()
  for (const number of upTo(proposals))
    if (!recommended.includes(number))
      free.set(cell(number), [...(free.get(cell(number)) ?? []), number])
  return recommended.map((removed) => ({
    removed,
    added: free.get(cell(removed))?.pop() ?? 0,
    reason: someDigest,
  }))
}

/** Waits for the receipt: a transaction without gas enough has none. */
async function mined(sent: Promise<ContractTransactionResponse>) {
  const receipt = await (await sent).wait()
  expect(receipt?.status).to.equal(1)
}
