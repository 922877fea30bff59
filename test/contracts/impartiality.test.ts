// impartiality, on chain (test/protocol/impartiality.test.ts does thousands)
// ├── with halves, a community casts other ballots in the same round
// │   └── the order and the recommended of its half stay the same
// └── control: owners without halves, labelled not impartial
//     └── its own place in the ranking changes
import { expect } from 'chai'
import type { Hex } from 'viem'
import { fromBitField } from '../../protocol/bitField.ts'
import { type Draw, listOf, placeOf } from '../../protocol/draw.ts'
import { parseNumbers } from '../../protocol/packedNumbers.ts'
import type { Rules } from '../../protocol/rules.ts'
import { createDice, type Dice } from '../support/dice.ts'
import { randomValues } from '../support/randomRound.ts'
import {
  type KnownBallot,
  makeBallot,
  opaqueEnvelope,
  openPage,
  packBatch,
  rankHonestly,
  readDraw,
} from './support/ballots.ts'
import { deployBundle, registerBundled } from './support/bundle.ts'
import { deployFactory, loadFixture, networkHelpers } from './support/chain.ts'
import { eventsIn } from './support/events.ts'
import {
  createRound,
  fixRoster,
  makeRules,
  rosterToReview,
  type Stage,
  toClose,
  toKeyCame,
  toRanking,
  upTo,
} from './support/stage.ts'

const n = 9
const seats = 2
const rewrites = 3
const communities = [1, 9]

type Reviewed = { stage: Stage; draw: Draw }
type HalfResult = { order: number[]; recommended: number[] }

async function open(change: Partial<Rules>): Promise<Reviewed> {
  const deployment = await deployFactory()
  const rules = await makeRules(deployment, {
    ...{ seatsPerCommunity: seats, listLength: 4, seats: 4 },
    ...change,
  })
  const stage = await createRound(deployment, rules)
  const proposals = upTo(n).map((number) => ({
    category: 1 + (number % 2),
    ask: BigInt(50 * number),
  }))
  await registerBundled(await deployBundle(), stage, proposals)
  await fixRoster(stage)
  await rosterToReview(stage)
  return { stage, draw: await readDraw(stage) }
}

const bordaForSeats = () => open({ points: 'Borda', order: 'Mean' })
const scoresForQuotas = () =>
  open({
    ...{ points: 'Score', order: 'Sum', weights: [2, 1] },
    quotas: [
      { category: 1, seats: 2 },
      { category: 2, seats: 2 },
    ],
  })
const scoresForMoney = () =>
  open({ points: 'Score', order: 'Mean', seats: 0, budget: 900n })
const withoutHalves = () =>
  open({ points: 'Score', order: 'Sum', listLength: 0 })

function ballotsOf({ draw, stage }: Reviewed, dice: Dice, numbers: number[]) {
  return Promise.all(
    numbers.map((reviewer) => {
      const list = listOf(draw, reviewer)
      const values = randomValues(dice, stage.rules, list)
      const change = { list, envelope: opaqueEnvelope(stage) }
      return makeBallot(stage, reviewer, values, change)
    }),
  )
}

function seatsOf(community: number): number[] {
  return upTo(seats).map((seat) => (community - 1) * seats + seat)
}

/** From the close to the ranking; undone again. */
async function resultWith(
  { draw, stage }: Reviewed,
  pages: readonly KnownBallot[][],
  community: number,
): Promise<HalfResult> {
  const snapshot = await networkHelpers.takeSnapshot()
  const { round } = stage
  for (const ballots of pages) await round.castBallots(packBatch(ballots))
  await toClose(stage)
  await toKeyCame(stage)
  for (const [index, ballots] of pages.entries())
    await openPage(stage, index + 1, ballots)
  await toRanking(stage)
  const sent = rankHonestly(stage)
  const [ranked] = await eventsIn(stage, sent, 'Ranked')
  await snapshot.restore()
  const { half } = placeOf(draw, community)
  const order = parseNumbers(ranked?.[half === 0 ? 'first' : 'second'] as Hex)
  const recommended = fromBitField(ranked?.['recommended'] as bigint[])
  return {
    order,
    recommended: recommended.filter((one) => order.includes(one)),
  }
}

/** Results of a community's half: its ballots chance each time, others' fixed. */
async function rewriteOnChain(reviewed: Reviewed, community: number) {
  const own = seatsOf(community)
  const everyone = upTo(reviewed.draw.reviewers)
  const others = everyone.filter((number) => !own.includes(number))
  const page = await ballotsOf(reviewed, createDice(community), others)
  const results: HalfResult[] = [await resultWith(reviewed, [page], community)]
  for (const time of upTo(rewrites)) {
    const dice = createDice(1_000 * community + time)
    const rewritten = await ballotsOf(reviewed, dice, own)
    results.push(await resultWith(reviewed, [page, rewritten], community))
  }
  return results
}

describe('impartiality', () => {
  for (const fixture of [bordaForSeats, scoresForQuotas, scoresForMoney])
    it(`holds with ${fixture.name}`, async () => {
      const reviewed = await loadFixture(fixture)
      for (const community of communities) {
        const [first, ...others] = await rewriteOnChain(reviewed, community)
        for (const other of others) expect(other).to.deep.equal(first)
      }
    })

  it('does not hold without halves', async () => {
    const reviewed = await loadFixture(withoutHalves)
    const places = new Set<string>()
    for (const community of communities)
      for (const { order } of await rewriteOnChain(reviewed, community))
        places.add(`${community} at ${order.indexOf(community)}`)
    expect(places.size).to.be.greaterThan(communities.length)
  })
})
