// after a reorganisation of five blocks
// ├── what fell out of the chain → is cast again, once
// ├── what somebody else cast meanwhile → is recognised, and not cast again
// └── what was superseded, by a ballot that fell out → is cast after all
import { expect } from 'chai'
import { concat, type Hex, hexToBytes } from 'viem'
import { castBallots } from '../../chain/castBallots.ts'
import { followRecorded } from '../../relayer/caster/followRecorded.ts'
import { followSkipped } from '../../relayer/caster/followSkipped.ts'
import { askNode } from './support/askNode.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import { sendBallot } from './support/ballotSenders.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { readRecorded } from './support/recordedBallots.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const depth = 5

for (const kind of kindsFor('PostgreSQL'))
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
        stage = await openReview(
          { communities: 6, seats: 2 },
          { ballotLimit: 2 },
        )
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

      const request = (method: string, ...params: string[]) =>
        askNode(stage.url, method, ...params)

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

      async function castSelf(ballots: readonly Hex[]) {
        const account = stage.chain.accounts[0]
        if (!account) throw new Error('The chain has no account.')
        const batch = hexToBytes(concat(ballots))
        const { round } = stage
        return castBallots(stage.chain.sender(account), { round, batch })
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
        const done = await castSelf(packed)
        await followRecorded(relayer.services)
        const kept = await untilRecorded(reviewers)
        for (const { transaction } of kept)
          expect(transaction).to.equal(done.receipt.transactionHash)
        expect(await onChain(reviewers)).to.deep.equal(packed)
      })

      it('casts what was superseded, once the later version fell out', async () => {
        const slow = { DURE_PAGE_SECONDS: '80000' }
        await relayer.stop()
        relayer = await runRelayer(stage, database, slow)
        const own = await stage.makeBallot(7)
        const same = await stage.makeBallot(8)
        for (const ballot of [own, same])
          await sendBallot(relayer.url, stage.round, ballot)
        await relayer.stop()
        const id = await request('evm_snapshot')
        const later = await stage.makeBallot(7, { version: 2 })
        const { receipt } = await castSelf([later, same])
        relayer = await runRelayer(stage, database)
        await untilAsync(async () => {
          const states = (await readKept([7, 8])).map(({ state }) => state)
          return states.join() === 'skipped,recorded'
        })
        const [, recognised] = await readKept([7, 8])
        expect(recognised?.transaction).to.equal(receipt.transactionHash)
        await followSkipped(relayer.services)
        expect((await readKept([7]))[0]?.state).to.equal('skipped')

        await request('evm_revert', id)
        await request('hardhat_mine', `0x${depth.toString(16)}`)
        await followSkipped(relayer.services)
        await followRecorded(relayer.services)
        await untilRecorded([7, 8])
        expect(await onChain([7, 8])).to.deep.equal([own, same].sort())
      })
    })
  })
