// a relayer whose purse is empty
// ├── keeps ballots all the same, and says that it pays for none
// ├── once it is filled → all are cast
// └── emptied while a page is under way → the same transaction goes on, no other
import { expect } from 'chai'
import { numberToHex, parseEther } from 'viem'
import { getTransactionCount } from 'viem/actions'
import { askNode } from '../support/askNode.ts'
import type { Acknowledged } from '../support/ballotSenders.ts'
import { expectEachOnce, untilAllRecorded } from '../support/expectKept.ts'
import { untilHealth } from '../support/health.ts'
import { openTroubled, type Troubled } from '../support/openTroubled.ts'
import { postBallot } from '../support/postBallot.ts'
import { untilAsync } from '../support/untilAsync.ts'

const filled = parseEther('10')

describe('relayer', () => {
  describe('purse that is empty', function () {
    this.timeout(240_000)
    let troubled: Troubled
    const acknowledged: Acknowledged[] = []

    before(async () => {
      troubled = await openTroubled()
    })
    after(() => troubled.close())

    const request = (method: string, ...params: unknown[]) =>
      askNode(troubled.stage.url, method, ...params)
    const address = () => troubled.relayer.services.account.address
    const setPurse = (wei: bigint) =>
      request('hardhat_setBalance', address(), numberToHex(wei))
    const countSent = () =>
      getTransactionCount(troubled.stage.chain.reader, { address: address() })
    const said = (word: string) =>
      troubled.relayer.lines.filter(
        ({ event, progress }) => event === word || progress === word,
      ).length

    async function take(reviewer: number) {
      const { relayer, stage } = troubled
      const ballot = await stage.makeBallot(reviewer)
      const posted = await postBallot(relayer.url, stage.round, ballot)
      expect(posted.status).to.equal(201)
      if (posted.acknowledged) acknowledged.push(posted.acknowledged)
    }

    it('keeps ballots, and says that it pays for none', async () => {
      const { relayer } = troubled
      await untilHealth(relayer, ({ isWell }) => isWell)
      await setPurse(0n)
      for (const reviewer of [1, 2, 3]) await take(reviewer)
      await untilAsync(() => Promise.resolve(said('undone') > 0))
      const { isWell, purse, troubles } = await untilHealth(
        relayer,
        ({ queues }) => queues?.waiting === 3,
      )
      expect(isWell).to.be.false
      expect(purse).to.include({ ballots: 0, balance: '0' })
      expect(troubles).to.include('The purse is nearly empty.')
      expect(await countSent()).to.equal(0)
    })

    it('casts all once it is filled', async () => {
      const { relayer, stage } = troubled
      await setPurse(filled)
      await untilAllRecorded(stage, acknowledged)
      await untilHealth(
        relayer,
        ({ isWell, queues }) => isWell && queues?.recorded === 3,
      )
      await expectEachOnce(stage, acknowledged)
    })

    it('goes on with what was under way when it was emptied', async () => {
      const { relayer, stage } = troubled
      await request('evm_setAutomine', false)
      await request('evm_setIntervalMining', 0)
      const before = { transactions: await countSent(), sent: said('sent') }
      await take(4)
      await untilAsync(() => Promise.resolve(said('sent') > before.sent))
      await setPurse(0n)
      // It is in the journal, and the node drops it.
      await request('evm_mine')
      const { purse } = await untilHealth(relayer, ({ troubles }) =>
        /Trouble in caster: RejectedError/.test(troubles.join()),
      )
      expect(purse?.ballots).to.equal(0)
      await setPurse(filled)
      await request('evm_setAutomine', true)
      await request('evm_mine')
      await untilAllRecorded(stage, acknowledged)
      await untilHealth(
        relayer,
        ({ isWell, queues }) => isWell && queues?.sent === 0,
      )
      await expectEachOnce(stage, acknowledged)
      expect(await countSent()).to.equal(before.transactions + 1)
    })
  })
})
