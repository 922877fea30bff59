// a relayer whose node lies about the nonce, on each way it can
// ├── too low, in the latest block and beyond → /health says so, and each ballot is recorded once
// ├── too low, only beyond the latest block → the same
// ├── too high, beyond the latest block → what it leaves empty is filled
// └── too high, in the latest block and beyond → the same
import { expect } from 'chai'
import { numberToHex } from 'viem'
import { askNode } from '../support/askNode.ts'
import type { Acknowledged } from '../support/ballotSenders.ts'
import { expectEachOnce, untilAllRecorded } from '../support/expectKept.ts'
import { untilHealth } from '../support/health.ts'
import { openTroubled, type Troubled } from '../support/openTroubled.ts'
import { postBallot } from '../support/postBallot.ts'
import { untilAsync } from '../support/untilAsync.ts'

/** Milliseconds between two blocks: with one for each transaction none is queued. */
const blockTime = 1_000
const method = 'eth_getTransactionCount'
/** After so many lies a transaction is signed by one, and looked for by the next. */
const believed = 4

type Case = { name: string; by: number; tags: readonly string[] }

const cases: readonly Case[] = [
  { name: 'too low', by: -2, tags: ['latest', 'pending'] },
  { name: 'too low beyond the latest block', by: -2, tags: ['pending'] },
  { name: 'too high beyond the latest block', by: 3, tags: ['pending'] },
  { name: 'too high', by: 3, tags: ['latest', 'pending'] },
]

describe('relayer', () => {
  describe('node that lies about the nonce', function () {
    this.timeout(240_000)
    let troubled: Troubled
    let next = 1
    const acknowledged: Acknowledged[] = []

    before(async () => {
      troubled = await openTroubled()
      const { url } = troubled.stage
      await askNode(url, 'evm_setAutomine', false)
      await askNode(url, 'evm_setIntervalMining', blockTime)
      // A nonce can only be too low once there are some: a page for each ballot.
      for (let count = 0; count < 2; count += 1) {
        await takeOne()
        await untilAllRecorded(troubled.stage, acknowledged)
      }
    })
    after(() => troubled.close())

    async function takeOne() {
      const { relayer, stage } = troubled
      const ballot = await stage.makeBallot(next)
      next += 1
      const posted = await postBallot(relayer.url, stage.round, ballot)
      expect(posted.status).to.equal(201)
      if (posted.acknowledged) acknowledged.push(posted.acknowledged)
    }

    for (const { by, name, tags } of cases)
      it(`loses nothing and casts nothing twice: ${name}`, async () => {
        const { proxy, relayer, stage } = troubled
        await untilHealth(relayer, ({ isWell }) => isWell)
        let lies = 0
        proxy.distort(method, (count, [, tag = 'latest']) => {
          if (!tags.includes(String(tag))) return count
          lies += 1
          return numberToHex(Number(count) + by)
        })
        const saying = untilHealth(relayer, ({ troubles }) =>
          /Trouble in (sender|pages)/.test(troubles.join()),
        )
        await takeOne()
        // One that never contradicts itself is found out afterwards.
        const isBelieved = untilAsync(() => Promise.resolve(lies > believed))
        await Promise.race([saying, isBelieved])
        proxy.beHonest()
        expect((await saying).isWell).to.be.false
        await takeOne()
        await untilAllRecorded(stage, acknowledged)
        await untilHealth(
          relayer,
          ({ isWell, queues }) => isWell && queues?.sent === 0,
        )
        await expectEachOnce(stage, acknowledged)
      })
  })
})
