/** Prices every step of a round of the real case's kind: halves, Borda, Mean. */
import type { ContractTransactionResponse } from 'ethers'
import type { Hex } from 'viem'
import { packBallot } from '../protocol/ballot.ts'
import { type Draw, restoreDraw } from '../protocol/draw.ts'
import type { Random } from '../protocol/keyPackage.ts'
import { packNumbers, parseNumbers } from '../protocol/packedNumbers.ts'
import { rankProposals } from '../protocol/ranking.ts'
import { toChunks } from '../protocol/roll.ts'
import {
  castPage,
  pageOpening,
  type KnownBallot,
  tallies,
} from '../test/contracts/support/ballots.ts'
import { type Deployment, mine, time } from '../test/contracts/support/chain.ts'
import { challenge, makeReceipt } from '../test/contracts/support/receipts.ts'
import {
  createRound,
  fail,
  fixRoster,
  freeze,
  fullRoll,
  generateKeys,
  makeRules,
  register,
  releaseShares,
  type Stage,
  toClose,
  toConfirmation,
  toKeyCame,
  toRanking,
  upTo,
} from '../test/contracts/support/stage.ts'
import { makeBallots } from './ballots.ts'
import type { GasRow } from './GasRow.ts'
import { gasUsed } from './peers/gasUsed.ts'
import { seededRandom } from './seededRandom.ts'

export type RoundSize = {
  communities: number
  seats: number
  list: number
  /** Ballots of one page. */
  page: number
  /** Pages opened in one transaction. */
  pagesAtOnce: number
}

type Meter = {
  readonly rows: GasRow[]
  spend(
    scenario: string,
    units: number,
    sending: Promise<ContractTransactionResponse>,
  ): Promise<void>
}

const gasLimit = 16_777_216n
const day = 86_400

export async function measureRound(
  deployment: Deployment,
  size: RoundSize,
  report: (text: string) => void = () => undefined,
): Promise<GasRow[]> {
  const random = seededRandom(1)
  const meter = createMeter()
  const stage = await openStage(deployment, size, random)
  report(`registering ${size.communities} proposals`)
  await registerProposals(stage, size, meter)
  report(`publishing ${size.communities * size.seats} keys`)
  await publishRoll(stage, meter)
  await generateKeys(stage, random)
  await freeze(stage)
  const draw = await makeDraw(stage, meter)
  const pages = await castAll(stage, size, draw, random, meter, report)
  await toClose(stage)
  await toKeyCame(stage)
  report(`opening ${pages.length} pages`)
  await openAll(stage, size, pages, meter)
  await rank(stage, draw, meter)
  await toConfirmation(stage)
  const record: Hex = `0x${'0c'.repeat(32)}`
  const committee = stage.round.connect(stage.committee)
  await meter.spend('confirm', 1, committee.confirm([], record))
  // Nobody cast a second version, so the promise of one is broken.
  const broken = await makeReceipt(stage, { reviewer: 1, version: 2 })
  await meter.spend('challenge', 1, challenge(stage, broken))
  return meter.rows
}

function createMeter(): Meter {
  const rows: GasRow[] = []
  return {
    rows,
    async spend(scenario, units, sending) {
      const gas = await gasUsed(sending)
      const known = rows.findIndex((row) => row.scenario === scenario)
      const row = rows[known]
      if (row)
        rows[known] = { scenario, gas: row.gas + gas, units: row.units + units }
      else rows.push({ scenario, gas, units })
    },
  }
}

async function openStage(
  deployment: Deployment,
  { communities, seats, list }: RoundSize,
  random: Random,
): Promise<Stage> {
  const start = await time.latest()
  const rules = await makeRules(deployment, {
    seatsPerCommunity: seats,
    listLength: list,
    seats: Math.floor(communities / 2),
    ballotLimit: 1,
    times: {
      registerUntil: start + day,
      rosterBy: start + 2 * day,
      freezeBy: start + 4 * day,
      drawBy: start + 5 * day,
      reviewFrom: start + 5 * day,
      close: start + 7 * day,
      releaseFrom: start + 8 * day,
      releaseUntil: start + 9 * day,
      openUntil: start + 12 * day,
    },
  })
  return createRound(deployment, rules, random)
}

async function registerProposals(
  stage: Stage,
  { communities }: RoundSize,
  meter: Meter,
): Promise<void> {
  for (const number of upTo(communities))
    await meter.spend('register, relayed', 1, register(stage, number))
  stage.n = communities
  await fixRoster(stage)
}

async function publishRoll(stage: Stage, meter: Meter): Promise<void> {
  const registrar = stage.round.connect(stage.registrar)
  for (const [chunk, keys] of toChunks(fullRoll(stage)).entries()) {
    const count = (keys.length - 2) / 40
    await meter.spend('roll', count, registrar.publishRoll(chunk, keys))
  }
}

async function makeDraw(stage: Stage, meter: Meter): Promise<Draw> {
  await mine(stage.rules.drawDelay + 1)
  const { round } = stage
  await meter.spend('store block hash', 1, round.storeDrawBlock())
  await releaseShares(stage, 1)
  await meter.spend('draw', 1, round.draw())
  await time.increaseTo(stage.rules.times.reviewFrom)
  const [order, offset] = await round.shuffles()
  return restoreDraw({
    rules: stage.rules,
    n: stage.n,
    order: parseNumbers(order as Hex),
    offset: parseNumbers(offset as Hex),
  })
}

/** In random order, as reviewers come. The last one casts directly. */
async function castAll(
  stage: Stage,
  { page }: RoundSize,
  draw: Draw,
  random: Random,
  meter: Meter,
  report: (text: string) => void,
): Promise<KnownBallot[][]> {
  const arrivals = shuffled(upTo(draw.reviewers), random)
  const relayed = arrivals.slice(0, -1)
  const pages: KnownBallot[][] = []
  for (let start = 0; start < relayed.length; start += page) {
    const some = relayed.slice(start, start + page)
    const ballots = await makeBallots(stage, draw, some, random)
    await meter.spend('cast', some.length, castPage(stage, ballots))
    pages.push(ballots)
    report(`cast ${start + some.length} of ${relayed.length} ballots`)
  }
  const last = await makeBallots(stage, draw, arrivals.slice(-1), random)
  const [ballot = fail('ballot')] = last
  await meter.spend(
    'cast directly',
    1,
    stage.round.castBallot(packBallot(ballot)),
  )
  return [...pages, last]
}

async function openAll(
  stage: Stage,
  { pagesAtOnce }: RoundSize,
  pages: readonly KnownBallot[][],
  meter: Meter,
): Promise<void> {
  let start = 0
  while (start < pages.length) {
    // The first transaction fills the tally's slots, which costs the most.
    const length = start === 0 ? Math.ceil(pagesAtOnce / 2) : pagesAtOnce
    const some = pages.slice(start, start + length)
    const openings = some.map((ballots, index) =>
      pageOpening(start + index + 1, ballots),
    )
    const units = some.reduce((sum, { length }) => sum + length, 0)
    const sending = stage.round.openPages(openings, { gasLimit })
    await meter.spend('open', units, sending)
    start += length
  }
}

async function rank(stage: Stage, draw: Draw, meter: Meter): Promise<void> {
  await toRanking(stage)
  const counted = await tallies(stage)
  const tally = {
    sums: Float64Array.from(counted, ({ points }) => points),
    counts: Uint32Array.from(counted, ({ count }) => count),
  }
  const [first, second] = rankProposals({ rules: stage.rules, draw, tally })
  const sending = stage.round.rank(packNumbers(first), packNumbers(second), {
    gasLimit,
  })
  await meter.spend('rank', 1, sending)
}

function shuffled(numbers: number[], random: Random): number[] {
  const keyed = numbers.map((number) => ({
    number,
    key: random(8).reduce((sum, byte) => sum * 256 + byte, 0),
  }))
  return keyed.sort((a, b) => a.key - b.key).map(({ number }) => number)
}
