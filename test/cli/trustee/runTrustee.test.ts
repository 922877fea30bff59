// runTrustee, 3 of 5, every one killed before and after each save and sending
// ├── attempt 1, one silent → the others wait for its package
// ├── attempt 2, a bad share → it is disputed, the sender is to blame
// ├── attempt 3 → the keys stand, confirmed by all
// ├── draw → three lottery shares, the others spend nothing
// ├── review → nobody releases a ballot share
// └── opening → three ballot shares make the ballot secret, the others end
import { expect } from 'chai'
import type { Hex } from 'viem'
import { getReleasedShares } from '../../../chain/getReleasedShares.ts'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { documentDigest } from '../../../cli/rehearse/stage.ts'
import { readRoundContext } from '../../../cli/roundContext.ts'
import { checkShare, combineShares } from '../../../protocol/release.ts'
import { openStage, type OpenedStage } from '../support/openStage.ts'
import { type MortalTrustee, meetTrustee, spoilShare } from './mortalTrustee.ts'

const size = { threshold: 3, count: 5 }
const everyone = [1, 2, 3, 4, 5]
const silent = 5
const liar = 2
const victim = 4

describe('runTrustee', function () {
  this.timeout(120_000)
  let stage: OpenedStage
  let trustees: MortalTrustee[]

  before(async () => {
    stage = await openStage('trustees', size)
    await registerProposals(stage)
    await publishRoll(stage)
    const context = await readRoundContext(stage.chain.reader, stage.round)
    trustees = stage.actors.trustees.map((client) =>
      meetTrustee(stage.chain.reader, client, context),
    )
  })

  after(() => stage.close())

  it('waits for the package of a silent trustee', async () => {
    await actInTurn(without(silent))
    for (const step of await actInTurn(without(silent)))
      expect(step).to.deep.equal({
        kind: 'wait',
        for: 'packages',
        trustees: [silent],
      })
  })

  it('disputes a bad share by itself', async () => {
    await startAttempt()
    spoilShare(nth(liar), { from: liar, to: victim })
    await actInTurn(everyone)
    await actInTurn(everyone)
    await actInTurn(everyone)
    for (const step of await actInTurn(everyone))
      expect(step).to.deep.equal({
        kind: 'wait',
        for: 'attempt after a dispute',
        trustees: [liar],
      })
    expect(nth(victim).taken).to.include('disputeShare')
  })

  it('makes keys in an attempt where all are honest', async () => {
    await startAttempt()
    await actInTurn(everyone)
    await actInTurn(everyone)
    await actInTurn(everyone)
    for (const step of await actInTurn(everyone))
      expect(step).to.include({ for: 'freeze' })
    expect(await readKeys()).not.to.equal(undefined)
  })

  it('was killed before and after each save and sending', () => {
    const everyOne = ['before', 'after'].flatMap((moment) =>
      [
        'save 3 attempts',
        'save 3 attempts, shares checked',
        'publishPackage 3',
        'publishShares 3',
        'confirmKeys 3',
      ].map((act) => `${moment} ${act}`),
    )
    for (const trustee of without(silent).map(nth))
      expect(trustee.deaths).to.include.members(everyOne)
    expect(nth(victim).deaths).to.include.members([
      'before disputeShare 2',
      'after disputeShare 2',
    ])
  })

  it('releases as many lottery shares as are needed', async () => {
    const { actors, chain, round, rules } = stage
    await freeze(stage, documentDigest('frozen'))
    const [early] = await actInTurn([1])
    expect(early).to.include({ for: 'draw block' })
    await chain.mine(rules.drawDelay + 1)
    const steps = await actInTurn(everyone)
    expect(steps.map((step) => 'for' in step && step.for)).to.deep.equal([
      ...['lottery shares', 'lottery shares', 'draw', 'draw', 'draw'],
    ])
    expect(steps[1]).to.deep.include({ trustees: [3, 4, 5] })
    const call = { round, functionName: 'draw', args: [] } as const
    await writeRound(actors.relayer, call)
    const [after] = await actInTurn([1])
    expect(after).to.deep.include({
      for: 'review',
      until: rules.times.reviewFrom,
    })
  })

  it('releases no ballot share before its time', async () => {
    const { chain, round, rules } = stage
    const { close, releaseFrom, reviewFrom } = rules.times
    for (const time of [reviewFrom, close - 1, close, releaseFrom - 1]) {
      await chain.advanceTo(time)
      for (const step of await actInTurn(everyone))
        expect(step.kind).to.equal('wait')
    }
    const call = { round, purpose: 'ballot' } as const
    expect(await getReleasedShares(chain.reader, call)).to.deep.equal([])
  })

  it('releases ballot shares until the key came', async () => {
    const { chain, round, rules } = stage
    await chain.advanceTo(rules.times.releaseFrom)
    // Number 2 is away: the others are enough.
    const steps = await actInTurn([1, 3, 4, 5])
    expect(steps.map(({ kind }) => kind)).to.deep.equal([
      ...['wait', 'wait', 'done', 'done'],
    ])
    const call = { round, purpose: 'ballot' } as const
    const released = await getReleasedShares(chain.reader, call)
    expect(released.map(({ trustee }) => trustee)).to.deep.equal([1, 3, 4])
    const { threshold, count } = size
    const secret = combineShares({ threshold, trustees: count }, released)
    const keys = await readKeys()
    expect(keys && checkShare(secret, keys.ballotKey)).to.equal(true)
    const [step] = await actInTurn([2])
    expect(step).to.deep.equal({ kind: 'done', because: 'key came' })
  })

  function nth(number: number): MortalTrustee {
    return trustees[number - 1]!
  }

  /** All numbers but one. */
  function without(number: number): number[] {
    return everyone.filter((other) => other !== number)
  }

  async function actInTurn(numbers: readonly number[]) {
    const steps: Awaited<ReturnType<MortalTrustee['act']>>[] = []
    for (const number of numbers) steps.push(await nth(number).act())
    return steps
  }

  async function startAttempt() {
    const { actors, round, rules } = stage
    const reason: Hex = documentDigest('another attempt')
    const args = [[...rules.trustees], reason] as const
    const call = { round, functionName: 'startAttempt', args } as const
    await writeRound(actors.admin, call)
  }

  function readKeys() {
    return getTrusteeKeys(stage.chain.reader, { round: stage.round })
  }
})
