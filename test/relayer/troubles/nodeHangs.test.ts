// a relayer whose node takes requests and answers none
// ├── its health answers all the same, and says so
// ├── a ballot is refused in both languages, or kept
// └── once the node goes on → so does the relayer, by itself
import { expect } from 'chai'
import type { Hex } from 'viem'
import type { Acknowledged } from '../support/ballotSenders.ts'
import { expectEachOnce, untilAllRecorded } from '../support/expectKept.ts'
import { askHealth, untilHealth } from '../support/health.ts'
import { openTroubled, type Troubled } from '../support/openTroubled.ts'
import { postBallot } from '../support/postBallot.ts'

/** Milliseconds: a probe does not wait for longer. */
const probePatience = 8_000

describe('relayer', () => {
  describe('node that hangs', function () {
    this.timeout(240_000)
    let troubled: Troubled
    let refused: Hex
    const acknowledged: Acknowledged[] = []

    before(async () => {
      troubled = await openTroubled()
    })
    after(() => troubled.close())

    const post = (ballot: Hex) =>
      postBallot(troubled.relayer.url, troubled.stage.round, ballot)

    it('says so in its health', async () => {
      const { proxy, relayer, stage } = troubled
      await untilHealth(relayer, ({ isWell }) => isWell)
      const kept = await post(await stage.makeBallot(1))
      if (kept.acknowledged) acknowledged.push(kept.acknowledged)
      expect(acknowledged).to.have.lengthOf(1)
      proxy.hang()
      const began = performance.now()
      const { isWell, node, queues, troubles } = await askHealth(relayer)
      expect(performance.now() - began).to.be.below(probePatience)
      expect(isWell).to.be.false
      expect(node.answers).to.be.false
      expect(troubles).to.include('The node does not answer.')
      expect(queues).to.not.equal(null)
    })

    it('refuses a ballot that it cannot check, in both languages', async () => {
      refused = await troubled.stage.makeBallot(2)
      const { refusal, status } = await post(refused)
      expect(status).to.equal(503)
      expect(refusal?.error).to.equal('NodeUnavailable')
      expect(refusal?.message.ko).to.match(/[가-힣]/)
      expect(refusal?.message.en).to.match(/[a-z]/)
    })

    it('goes on by itself', async () => {
      const { proxy, relayer, stage } = troubled
      proxy.goOn()
      const posted = await post(refused)
      expect(posted.status).to.equal(201)
      if (posted.acknowledged) acknowledged.push(posted.acknowledged)
      await untilAllRecorded(stage, acknowledged)
      await untilHealth(
        relayer,
        ({ isWell, queues }) => isWell && queues?.sent === 0,
      )
      await expectEachOnce(stage, acknowledged)
    })
  })
})
