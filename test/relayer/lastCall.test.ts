// a relayer near the close
// ├── given a ballot in time → promises nothing after the close, and casts at once
// ├── given one in the last seconds → TooLate, nothing kept
// └── given one after the close → Round_WrongPhase
import { expect } from 'chai'
import { parseReceiptFile } from '../../protocol/receipt/receiptFile.ts'
import { countBallots } from '../../relayer/ballots/countBallots.ts'
import { ask } from './support/asker.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { readRecorded } from './support/recordedBallots.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const [kind] = databaseKinds
/** Seconds; by themselves its pages would wait for a day. */
const lastCall = 600
const changes = {
  DURE_PAGE_SECONDS: '80000',
  DURE_PROMISE_SECONDS: '86400',
  DURE_LAST_CALL_SECONDS: String(lastCall),
}

describe('relayer near the close', function () {
  this.timeout(180_000)
  let stage: ReviewStage
  let database: TestDatabase
  let relayer: RunningRelayer

  before(async () => {
    stage = await openReview({ communities: 6, seats: 2 })
    database = await kind!.create()
    relayer = await runRelayer(stage, database, changes)
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await kind!.end()
    await stage.close()
  })

  async function send(reviewer: number) {
    const json = { ballot: await stage.makeBallot(reviewer) }
    const path = `/rounds/${stage.round}/ballots`
    return ask(relayer.url, path, { method: 'POST', json })
  }
  /** Once the relayer knows of it. */
  async function advanceTo(time: number) {
    await stage.chain.advanceTo(time)
    await untilAsync(async () => {
      const { timestamp } = await relayer.services.head()
      return timestamp >= time
    })
  }
  const kept = () =>
    countBallots(relayer.services.database, ['waiting', 'sent', 'recorded'])

  it('promises nothing after the close, and casts at once', async () => {
    const { close } = stage.rules.times
    await advanceTo(close - 3 * lastCall)
    const { body, status } = await send(1)
    expect(status).to.equal(201)
    const { receipt } = parseReceiptFile(body.receipt)
    expect(receipt.includeBy).to.equal(close)
    const recorded = () => readRecorded(stage.chain.reader, stage.round)
    await untilAsync(async () => (await recorded()).length === 1)
    expect((await recorded())[0]?.time).to.be.below(close)
  })

  it('takes nothing in the last seconds', async () => {
    await advanceTo(stage.rules.times.close - lastCall)
    const { body, status } = await send(2)
    expect([status, body.error]).to.deep.equal([409, 'TooLate'])
    expect(await kept()).to.equal(1)
  })

  it('says after the close what the round would say', async () => {
    await advanceTo(stage.rules.times.close)
    const { rounds } = relayer.services
    await untilAsync(async () => (await rounds.phase(stage.round)) !== 'review')
    const { body, status } = await send(3)
    expect([status, body.error]).to.deep.equal([422, 'Round_WrongPhase'])
    expect(await kept()).to.equal(1)
  })
})
