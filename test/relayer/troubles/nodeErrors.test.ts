// a relayer whose node answers errors to 30 % of calls
// ├── every ballot is taken in the end, recorded once, and in time
// ├── /health says so while it lasts, and no longer
// └── no page is taken apart for an error that tells nothing of it
import { expect } from 'chai'
import type { Acknowledged } from '../support/ballotSenders.ts'
import { expectEachOnce, untilAllRecorded } from '../support/expectKept.ts'
import { untilHealth } from '../support/health.ts'
import { openTroubled, type Troubled } from '../support/openTroubled.ts'
import { postBallot } from '../support/postBallot.ts'

const percent = 30
const seed = 20

describe('relayer', () => {
  describe('node that answers errors', function () {
    this.timeout(240_000)
    let troubled: Troubled
    let acknowledged: Acknowledged[]

    before(async () => {
      troubled = await openTroubled({ sizes: { communities: 6, seats: 4 } })
    })
    after(() => troubled.close())

    it('says in its health that the node fails', async () => {
      const { proxy, relayer } = troubled
      expect((await untilHealth(relayer, ({ isWell }) => isWell)).isWell).to.be
        .true
      proxy.fail(percent, seed)
      const { isWell, node } = await untilHealth(relayer, ({ troubles }) =>
        troubles.includes('The node fails many calls.'),
      )
      expect(isWell).to.be.false
      expect(node.failing).to.be.within(10, 60)
    })

    it('takes every ballot in the end', async () => {
      const { relayer, stage } = troubled
      acknowledged = await Promise.all(
        Array.from({ length: stage.reviewers }, (_, index) =>
          postUntilTaken(relayer.url, index + 1),
        ),
      )
      expect(acknowledged).to.have.lengthOf(stage.reviewers)
    })
    async function postUntilTaken(url: string, reviewer: number) {
      const { makeBallot, round } = troubled.stage
      const ballot = await makeBallot(reviewer)
      for (;;) {
        const { acknowledged, refusal } = await postBallot(url, round, ballot)
        if (acknowledged) return acknowledged
        expect(refusal?.error).to.equal('NodeUnavailable')
      }
    }

    it('records each once while it lasts', async () => {
      const { proxy, relayer, stage } = troubled
      await untilAllRecorded(stage, acknowledged, 60_000)
      expect(proxy.failed()).to.be.above(20)
      const undone = relayer.lines.filter(({ event }) => event === 'undone')
      expect(undone).to.deep.equal([])
    })

    it('is well again once the node is', async () => {
      const { proxy, relayer, stage } = troubled
      proxy.beHonest()
      const { queues } = await untilHealth(
        relayer,
        ({ isWell, queues }) => isWell && queues?.sent === 0,
      )
      expect(queues).to.include({ waiting: 0, recorded: stage.reviewers })
      await expectEachOnce(stage, acknowledged)
    })
  })
})
