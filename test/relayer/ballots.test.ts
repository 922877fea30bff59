// a relayer, on each database
// ├── given a ballot → a receipt of its key, and the ballot on the chain
// ├── given the same ballot again → the same receipt
// ├── given another ballot of the version → VersionTaken
// ├── given a later version before the first was sent → only the later one is cast
// └── when it was stopped in between → the next one casts
import { expect } from 'chai'
import { parseResponse } from 'hono/client'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { readRound } from '../../chain/readRound.ts'
import { parseReceiptFile } from '../../protocol/receipt/receiptFile.ts'
import { isReceiptSigned } from '../../protocol/receipt/signReceipt.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

describe('relayer', () => {
  let stage: ReviewStage

  before(async function () {
    this.timeout(120_000)
    stage = await openReview({ communities: 6, seats: 4 }, { ballotLimit: 3 })
  })
  after(() => stage.close())

  for (const kind of databaseKinds)
    describe(`ballots on ${kind.name}`, function () {
      this.timeout(120_000)
      let database: TestDatabase
      let relayer: RunningRelayer
      const first = kind.name === 'PGlite' ? 1 : 13

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        database = await kind.create()
        relayer = await runRelayer(stage, database)
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await kind.end()
      })

      const send = async (ballot: string) => {
        const param = { round: stage.round }
        const ballots = relayer.client.rounds[':round'].ballots
        return ballots.$post({ param, json: { ballot } })
      }
      const lastVersion = (reviewer: number) =>
        readRound(stage.chain.reader, {
          round: stage.round,
          functionName: 'lastVersion',
          args: [BigInt(reviewer)],
        })

      it('answers with a receipt, and casts the ballot', async () => {
        const answer = await send(await stage.makeBallot(first))
        expect(answer.status).to.equal(201)
        const { receipt } = (await answer.json()) as { receipt: unknown }
        const signed = parseReceiptFile(receipt)
        expect(await isReceiptSigned(signed)).to.be.true
        expect(signed.relayer).to.equal(relayer.services.account.address)
        await untilAsync(async () => (await lastVersion(first)) === 1)
        const { cast } = await getBallotCounts(stage.chain.reader, stage)
        expect(cast).to.be.at.least(1)
      })

      it('gives the same receipt for the same ballot', async () => {
        const ballot = await stage.makeBallot(first + 1)
        const one: unknown = await (await send(ballot)).json()
        const other: unknown = await (await send(ballot)).json()
        expect((other as { receipt: unknown }).receipt).to.deep.equal(
          (one as { receipt: unknown }).receipt,
        )
      })

      it('refuses another ballot of the same version', async () => {
        await relayer.stop()
        const slow = { DURE_PAGE_SECONDS: '80000' }
        relayer = await runRelayer(stage, database, slow)
        await send(await stage.makeBallot(first + 2))
        const answer = await send(
          await stage.makeBallot(first + 2, { score: 5 }),
        )
        expect(answer.status).to.equal(409)
        const { error } = (await answer.json()) as unknown as { error: string }
        expect(error).to.equal('VersionTaken')
      })

      it('casts after a restart what it took before', async () => {
        await send(await stage.makeBallot(first + 3))
        await send(await stage.makeBallot(first + 3, { version: 2 }))
        await relayer.stop()
        expect(await lastVersion(first + 3)).to.equal(0)
        relayer = await runRelayer(stage, database)
        await untilAsync(async () => (await lastVersion(first + 3)) === 2)
        await untilAsync(async () => {
          const ballot = relayer.client.rounds[':round'].ballots[':reviewer']
          const reviewer = String(first + 3)
          const param = { round: stage.round, reviewer }
          const body = await parseResponse(ballot.$get({ param }))
          const states = body.ballots.map(({ state }) => state)
          return states.join() === 'recorded,replaced'
        })
      })
    })
})
