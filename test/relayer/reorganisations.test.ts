// after a reorganisation of five blocks
// ├── what fell out of the chain → is cast again, once
// └── what somebody else cast meanwhile → is recognised, and not cast again
import { expect } from 'chai'
import { concat, type Hex } from 'viem'
import { castBallots } from '../../chain/castBallots.ts'
import { followRecorded } from '../../relayer/caster/followRecorded.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { sendBallot } from './support/ballotSenders.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { readRecorded } from './support/recordedBallots.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const depth = 5

for (const kind of databaseKinds)
  describe('relayer', () => {
    describe(`reorganisations on ${kind.name}`, function () {
      this.timeout(120_000)
      let stage: ReviewStage
      let database: TestDatabase
      let relayer: RunningRelayer

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        stage = await openReview({ communities: 6, seats: 2 })
        database = await kind.create()
        relayer = await runRelayer(stage, database)
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await kind.end()
        await stage.close()
      })

      async function request(method: string, ...params: string[]) {
        const answer = await fetch(stage.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
        })
        return ((await answer.json()) as { result: string }).result
      }

      const readKept = (reviewers: readonly number[]) =>
        relayer.services.database.db
          .selectFrom('ballots')
          .select(['reviewer', 'state', 'transaction'])
          .where('reviewer', 'in', reviewers)
          .orderBy('reviewer')
          .execute()

      async function untilRecorded(reviewers: readonly number[]) {
        await untilAsync(async () => {
          const kept = await readKept(reviewers)
          return kept.every(({ state }) => state === 'recorded')
        })
        return readKept(reviewers)
      }

      /** Sends ballots, sees them recorded, and removes their blocks. */
      async function recordAndLose(reviewers: readonly number[]) {
        const id = await request('evm_snapshot')
        const ballots: Hex[] = []
        for (const reviewer of reviewers)
          ballots.push(await stage.makeBallot(reviewer))
        for (const ballot of ballots)
          await sendBallot(relayer.url, stage.round, ballot)
        await untilRecorded(reviewers)
        const packed = await onChain(reviewers)
        await request('evm_revert', id)
        await request('hardhat_mine', `0x${depth.toString(16)}`)
        expect(await onChain(reviewers)).to.deep.equal([])
        return packed
      }

      async function onChain(reviewers: readonly number[]) {
        const recorded = await readRecorded(stage.chain.reader, stage.round)
        return recorded
          .filter(({ reviewer }) => reviewers.includes(reviewer))
          .map(({ packed }) => packed)
          .sort()
      }

      it('casts again what fell out, once', async () => {
        const reviewers = [1, 2, 3]
        const packed = await recordAndLose(reviewers)
        await followRecorded(relayer.services)
        await untilRecorded(reviewers)
        await followRecorded(relayer.services)
        expect(await onChain(reviewers)).to.deep.equal(packed)
      })

      it('recognises what somebody else cast meanwhile', async () => {
        const reviewers = [4, 5, 6]
        const packed = await recordAndLose(reviewers)
        const account = stage.chain.accounts[0]
        if (!account) throw new Error('The chain has no account.')
        const { round } = stage
        const batch = Buffer.from(concat(packed).slice(2), 'hex')
        const done = await castBallots(stage.chain.sender(account), {
          round,
          batch,
        })
        await followRecorded(relayer.services)
        const kept = await untilRecorded(reviewers)
        for (const { transaction } of kept)
          expect(transaction).to.equal(done.receipt.transactionHash)
        expect(await onChain(reviewers)).to.deep.equal(packed)
      })
    })
  })
