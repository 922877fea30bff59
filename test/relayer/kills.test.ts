// a relayer that is killed at any moment, on each database
// ├── no acknowledged ballot is lost, none is recorded twice
// └── the next process gives the same receipt for the same ballot
//
// DURE_KILLS: how often, 5 unless told.
import { expect } from 'chai'
import { setTimeout as wait } from 'node:timers/promises'
import { createDice } from '../support/dice.ts'
import { createSenders, sendBallot } from './support/ballotSenders.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { readRecorded } from './support/recordedBallots.ts'
import { startProcess } from './support/relayerProcess.ts'
import { relayerEnv } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const kills = Number(process.env['DURE_KILLS'] ?? 5)
/** It is killed after so many receipts at most, and so many milliseconds more. */
const mostReceipts = 8
const longestRest = 400
const sendersAtOnce = 4

describe('relayer that is killed', function () {
  this.timeout(180_000 + 30_000 * kills)
  let stage: ReviewStage

  before(async () => {
    const seats = 10 * Math.max(5, kills)
    stage = await openReview({ communities: 10, seats }, { ballotLimit: 1 })
  })
  after(() => stage.close())

  databaseKinds.forEach((kind, turn) => {
    describe(kind.name, () => {
      let database: TestDatabase

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        database = await kind.create()
      })
      after(async () => {
        if (!kind.isHere) return
        await database.drop()
        await kind.end()
      })

      it(`keeps every receipt over ${kills} kills`, async () => {
        const { round } = stage
        const share = Math.floor(stage.reviewers / databaseKinds.length)
        const of = { first: turn * share + 1, last: (turn + 1) * share }
        const senders = createSenders(stage, of, sendersAtOnce)
        const { acknowledged } = senders
        const dice = createDice(turn + 1)
        const env = relayerEnv(stage, database, { DURE_PAGE_BALLOTS: '20' })

        for (let killed = 0; killed < kills; killed += 1) {
          const relayer = await startProcess(env)
          const enough = acknowledged.length + dice.below(mostReceipts)
          const sending = senders.send(relayer.url)
          await untilAsync(
            () => Promise.resolve(acknowledged.length >= enough),
            60_000,
          )
          await wait(dice.below(longestRest))
          await relayer.kill()
          await sending
        }

        const last = await startProcess(env)
        for (const { ballot, receipt } of acknowledged) {
          const again = await sendBallot(last.url, round, ballot)
          expect(again).to.deep.equal(receipt)
        }
        const { reader } = stage.chain
        const namesOf = async () =>
          (await readRecorded(reader, round)).map(
            ({ reviewer, version }) => `${reviewer} ${version}`,
          )
        await untilAsync(async () => {
          const names = new Set(await namesOf())
          return acknowledged.every(({ receipt: { receipt } }) =>
            names.has(`${receipt.reviewer} ${receipt.version}`),
          )
        }, 60_000)
        await last.stop()

        const names = await namesOf()
        expect(new Set(names).size).to.equal(names.length)
        const recorded = await readRecorded(reader, round)
        for (const { ballot, receipt } of acknowledged) {
          const { includeBy, reviewer } = receipt.receipt
          const it = recorded.find((one) => one.reviewer === reviewer)
          expect(it?.packed).to.equal(ballot)
          expect(it?.time).to.be.at.most(includeBy)
        }
        expect(acknowledged.length).to.be.at.least(kills)
        console.log(
          `      ${acknowledged.length} ballots acknowledged over ${kills} kills`,
        )
      })
    })
  })
})
