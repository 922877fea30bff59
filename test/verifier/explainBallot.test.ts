// explainBallot
// ├── given a reviewer whose ballot was counted → page, values, points, sums
// ├── given a reviewer who cast twice → the first is replaced
// ├── given a spoiled ballot → why
// ├── given an envelope that does not open → closed
// ├── given a reviewer who never cast → no ballots
// ├── given a key → its seats; given a key with none → nothing
// ├── given a reviewer beyond the roll → NotOnRollError
// └── every counted score of a proposal together → the contract's tally
import { expect } from 'chai'
import { spoilReasons } from '../../protocol/points.ts'
import {
  type BallotOutcome,
  explainBallot,
  type ExplainedBallot,
  NotOnRollError,
} from '../../verifier/explainBallot.ts'
import { reviewer, stranger } from '../contracts/support/accounts.ts'
import { upTo } from '../contracts/support/stage.ts'
import { expectRejection } from '../protocol/expectRejection.ts'
import { recordHalves, type RecordedRound } from './support/recordedRound.ts'

describe('explainBallot', function () {
  this.timeout(120_000)
  let scene: RecordedRound

  before(async () => {
    scene = await recordHalves()
  })

  it('tells where a counted ballot stands and what it says', async () => {
    const [ballot] = await ballotsOf(10)
    const cast = scene.pages[1]?.find((one) => one.reviewer === 10)
    expect(ballot?.recorded.page).to.equal(2)
    const counted = asCounted(ballot?.outcome)
    expect(counted.opened.page).to.equal(2)
    expect(counted.opened.time).to.be.greaterThan(ballot?.recorded.time ?? 0)
    const values = counted.scores.flatMap((score) => score.values)
    expect(values).to.deep.equal([...(cast?.values ?? [])])
  })

  it('tells the version that was replaced', async () => {
    const ballots = await ballotsOf(1)
    const told = ballots.map(({ outcome, version }) => [version, outcome.kind])
    expect(told).to.deep.equal([
      [1, 'replaced'],
      [2, 'counted'],
    ])
  })

  it('tells why a ballot is spoiled', async () => {
    const [ballot] = await ballotsOf(2)
    expect(ballot?.outcome).to.deep.include({
      kind: 'spoiled',
      reason: spoilReasons.aboveMaxScore,
    })
  })

  it('tells a ballot that stays closed', async () => {
    const [ballot] = await ballotsOf(6)
    expect(ballot?.outcome.kind).to.equal('closed')
  })

  it('knows no ballot of a reviewer who never cast', async () => {
    expect(await ballotsOf(13)).to.deep.equal([])
  })

  it('finds the seats of a key', async () => {
    const { address: key } = reviewer(10)
    const seats = await explainBallot(scene.record, { key })
    expect(seats.map((seat) => seat.reviewer)).to.deep.equal([10])
    const other = { key: stranger().address }
    expect(await explainBallot(scene.record, other)).to.deep.equal([])
  })

  it('refuses a reviewer beyond the roll', async () => {
    const call = explainBallot(scene.record, { reviewer: 15 })
    await expectRejection(call, NotOnRollError)
  })

  it('adds up to the tally of the contract', async () => {
    const ballots = (await Promise.all(upTo(14).map(ballotsOf))).flat()
    const scores = ballots.flatMap(({ outcome }) =>
      outcome.kind === 'counted' ? outcome.scores : [],
    )
    for (const [index, tally] of scene.record.state.tallies.entries()) {
      const own = scores.filter(
        ({ hasOpinion, proposal }) => proposal === index + 1 && hasOpinion,
      )
      const sum = own.reduce((total, { points }) => total + points, 0)
      expect([sum, own.length]).to.deep.equal(
        [tally.points, tally.count].map(Number),
      )
      // Each is added to what the others before it came to: 0, 1, 2 …
      const places = own.map(({ before, after }) => [before.count, after.count])
      places.sort(([one = 0], [other = 0]) => one - other)
      expect(places).to.deep.equal(own.map((_, at) => [at, at + 1]))
    }
  })

  async function ballotsOf(number: number): Promise<ExplainedBallot[]> {
    const [seat] = await explainBallot(scene.record, { reviewer: number })
    return seat?.ballots ?? []
  }
})

function asCounted(outcome: BallotOutcome | undefined) {
  if (outcome?.kind === 'counted') return outcome
  throw new Error(`Not counted: ${outcome?.kind ?? 'nothing'}.`)
}
