// how often one seat may hand in ballots
// ├── given more than its limit → TooMany, with the seconds to wait
// ├── the same ballot again → its receipt, however often
// └── ballots that somebody else signed for it → use up nothing
import { expect } from 'chai'
import { ask } from './support/asker.ts'
import type { BallotChange } from './support/ballotMaker.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

const [kind] = databaseKinds
const most = 3

describe('relayer, ballots of one seat', function () {
  this.timeout(120_000)
  let stage: ReviewStage
  let database: TestDatabase
  let relayer: RunningRelayer

  before(async () => {
    stage = await openReview({ communities: 6, seats: 2 }, { ballotLimit: 9 })
    database = await kind!.create()
    const changes = { DURE_BALLOTS_PER_MINUTE: String(most) }
    // Nothing is cast: a later version would be skipped.
    const slow = { DURE_PAGE_SECONDS: '80000' }
    relayer = await runRelayer(stage, database, { ...changes, ...slow })
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await kind!.end()
    await stage.close()
  })

  function post(ballot: string) {
    const path = `/rounds/${stage.round}/ballots`
    return ask(relayer.url, path, { method: 'POST', json: { ballot } })
  }
  async function send(reviewer: number, change: BallotChange = {}) {
    return post(await stage.makeBallot(reviewer, change))
  }

  it('stops a seat that hands in too many, and no other', async () => {
    for (let version = 1; version <= most; version += 1)
      expect((await send(1, { version })).status).to.equal(201)
    const { body, status } = await send(1, { version: most + 1 })
    expect([status, body['error']]).to.deep.equal([429, 'TooMany'])
    const { seconds } = body['params'] as { seconds: number }
    expect(seconds).to.be.within(1, 60)
    expect((await send(2)).status).to.equal(201)
  })

  it('answers the same ballot again, however often', async () => {
    const ballot = await stage.makeBallot(5)
    for (let count = 0; count < 2 * most; count += 1)
      expect((await post(ballot)).status).to.equal(201)
  })

  it('lets nobody use up the seat of another', async () => {
    for (let version = 1; version <= 2 * most; version += 1) {
      const { body, status } = await send(3, { version, signer: 4 })
      const refused = [422, 'Round_BadSignature']
      expect([status, body['error']]).to.deep.equal(refused)
    }
    expect((await send(3)).status).to.equal(201)
  })
})
