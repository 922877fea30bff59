// a relayer whose clock is an hour ahead of the chain, and an hour behind
// ├── its health says so, and no longer than it is so
// ├── promises by the chain's time: not yet past, and not after the close
// ├── the last call is by the chain's time, too
// └── given a node that stands still → the promise does not
import { expect } from 'chai'
import { createChainTime } from '../../../relayer/node/chainTime.ts'
import type { Acknowledged } from '../support/ballotSenders.ts'
import { askNode } from '../support/askNode.ts'
import { expectEachOnce, untilAllRecorded } from '../support/expectKept.ts'
import { untilHealth } from '../support/health.ts'
import { openTroubled, type Troubled } from '../support/openTroubled.ts'
import { postBallot } from '../support/postBallot.ts'
import { shiftClock } from '../support/shiftClock.ts'
import { untilAsync } from '../support/untilAsync.ts'

const hour = 3_600
const lastCall = 120
/** Seconds that pass during the test at most. */
const meanwhile = 120
const words = 'The clock of this machine and the chain differ.'

describe('relayer', () => {
  describe('clock that jumps', function () {
    this.timeout(240_000)
    let troubled: Troubled
    let close: number
    let next = 1
    const acknowledged: Acknowledged[] = []

    before(async () => {
      troubled = await openTroubled()
      close = troubled.stage.rules.times.close
    })
    after(async () => {
      shiftClock(0)
      await troubled.close()
    })
    afterEach(() => {
      shiftClock(0)
    })

    async function readTime() {
      const block = await askNode<{ timestamp: string }>(
        ...[troubled.stage.url, 'eth_getBlockByNumber', 'latest', false],
      )
      return Number(block.timestamp)
    }
    const mine = () => askNode(troubled.stage.url, 'evm_mine')

    async function post() {
      const { relayer, stage } = troubled
      const ballot = await stage.makeBallot(next)
      next += 1
      const posted = await postBallot(relayer.url, stage.round, ballot)
      if (posted.acknowledged) acknowledged.push(posted.acknowledged)
      return posted
    }

    for (const jump of [hour, -hour])
      it(`promises by the chain's time: ${jump} s`, async () => {
        const { relayer } = troubled
        await mine()
        await untilHealth(relayer, ({ isWell }) => isWell)
        shiftClock(jump)
        await mine()
        const { clock } = await untilHealth(relayer, ({ troubles }) =>
          troubles.includes(words),
        )
        expect(clock.ahead).to.be.within(jump - meanwhile, jump + meanwhile)
        const time = await readTime()
        const { acknowledged: taken, status } = await post()
        expect(status).to.equal(201)
        const includeBy = taken?.receipt.receipt.includeBy
        // The relayer's latest block may be the one before.
        const soonest = time + hour - meanwhile
        expect(includeBy).to.be.within(soonest, time + hour + meanwhile)
        await untilAllRecorded(troubled.stage, acknowledged)
        shiftClock(0)
        await mine()
        await untilHealth(relayer, ({ isWell }) => isWell)
      })

    it('promises nothing after the close', async () => {
      await advanceTo(close - hour / 2)
      for (const jump of [hour, -hour]) {
        shiftClock(jump)
        const { acknowledged: taken, status } = await post()
        expect(status).to.equal(201)
        expect(taken?.receipt.receipt.includeBy).to.equal(close)
      }
      shiftClock(0)
      await untilAllRecorded(troubled.stage, acknowledged)
      await expectEachOnce(troubled.stage, acknowledged)
    })

    it('makes its last call by the chain', async () => {
      await advanceTo(close - lastCall)
      for (const jump of [hour, -hour]) {
        shiftClock(jump)
        const { refusal, status } = await post()
        expect(status).to.equal(409)
        expect(refusal?.error).to.equal('TooLate')
      }
    })

    /** Until the relayer has seen it, too. */
    async function advanceTo(time: number) {
      const { relayer, stage } = troubled
      await askNode(stage.url, 'evm_setNextBlockTimestamp', time)
      await mine()
      await untilAsync(
        async () => (await relayer.services.head()).timestamp >= time,
      )
    }

    it('goes on where the node stands still', async () => {
      let elapsed = 5_000
      let head = { number: 7n, timestamp: 1_000 }
      const time = createChainTime(
        () => Promise.resolve(head),
        () => elapsed,
      )
      expect(await time()).to.equal(1_000)
      elapsed += hour * 1000
      expect(await time()).to.equal(1_000 + hour)
      head = { number: 8n, timestamp: 1_012 }
      expect(await time()).to.equal(1_012)
    })
  })
})
