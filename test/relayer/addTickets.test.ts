// addTickets
// ├── counts tickets issued and claimed in all, and by category and half
// └── says none where none were issued
import { expect } from 'chai'
import { addTickets } from '../../relayer/coverage/addTickets.ts'
import type { Coverage } from '../../relayer/coverage/readCoverage.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { type EnrolmentStage, openEnrolment } from './support/openEnrolment.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

const kind = databaseKinds[0]!
const group = { category: 1, proposals: 3, seats: 6, cast: 0, reviews: 0 }

/** As after a draw: communities 1 to 3 in half 1, the others in half 2. */
const coverage: Coverage = {
  ...{ seats: 12, cast: 0, minimum: 1 },
  groups: [1, 2].map((half) => ({ ...group, half, belowMinimum: 3 })),
  proposals: [1, 2, 3, 4, 5, 6].map((number) => {
    const half = number <= 3 ? 1 : 2
    return { number, category: 1, half, reviews: 0 }
  }),
}

describe('addTickets', function () {
  this.timeout(120_000)
  let stage: EnrolmentStage
  let database: TestDatabase
  let relayer: RunningRelayer

  before(async () => {
    stage = await openEnrolment()
    database = await kind.create()
    relayer = await runRelayer(stage, database)
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await kind.end()
    await stage.close()
  })

  const add = () => addTickets(relayer.services, stage.round, coverage)

  it('says none where none were issued', async () => {
    const { groups, tickets } = await add()
    expect(tickets).to.equal(null)
    for (const one of groups) expect(one).to.include({ issued: 0, claimed: 0 })
  })

  it('counts them in all, and by category and half', async () => {
    // Two seats a community: 1 to 6 are of half 1, 7 to 12 of half 2.
    const { db } = relayer.services.database
    const { round } = stage
    for (const reviewer of [1, 2, 6, 7, 12]) {
      const hash = `hash ${reviewer}`
      const row = { round, reviewer, issue: 1, hash, state: 'open' } as const
      await db.insertInto('tickets').values(row).execute()
    }
    const unsigned = { ticket: null, signature: null, registrar: null }
    for (const reviewer of [2, 6, 12]) {
      const key = `0x${String(reviewer).padStart(40, '0')}`
      const row = { ...unsigned, round, reviewer, key }
      const values = { ...row, registrar_signature: null }
      await db.insertInto('enrolments').values(values).execute()
    }
    const { groups, tickets } = await add()
    expect(tickets).to.deep.equal({ issued: 5, claimed: 3 })
    expect(groups.map(({ issued }) => issued)).to.deep.equal([3, 2])
    expect(groups.map(({ claimed }) => claimed)).to.deep.equal([2, 1])
  })
})
