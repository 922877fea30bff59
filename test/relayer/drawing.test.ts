// the draw of a round that a relayer is told to look after
// ├── given a round that it is not told of → it leaves it alone
// ├── given the block has passed → stores it, and draws nothing without shares
// └── given the shares, two relayers at once → one draw
import { expect } from 'chai'
import { getBlock } from 'viem/actions'
import { enumNumber, purposes } from '../../chain/enums.ts'
import { getDrawState } from '../../chain/getDrawState.ts'
import { getRoundLogs } from '../../chain/getRoundLogs.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { openRounds } from '../../relayer/opening/openRounds.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import { openDraw } from './support/openReview.ts'
import { relayerKeys } from './support/serveStage.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

for (const kind of kindsFor('PostgreSQL'))
  describe('relayer', () => {
    describe(`drawing on ${kind.name}`, function () {
      this.timeout(120_000)
      let stage: Awaited<ReturnType<typeof openDraw>>
      const databases: TestDatabase[] = []
      const relayers: RunningRelayer[] = []

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        stage = await openDraw({ communities: 6, seats: 1 })
        for (const key of relayerKeys) {
          const database = await kind.create()
          databases.push(database)
          const told = { DURE_RELAYER_KEY: key, DURE_ROUNDS: stage.round }
          relayers.push(await runRelayer(stage, database, told))
        }
      })
      after(async () => {
        if (!kind.isHere) return
        for (const relayer of relayers) await relayer.stop()
        for (const database of databases) await database.drop()
        await stage.close()
        await kind.end()
      })

      const state = () => getDrawState(stage.chain.reader, stage)
      async function mine(blocks: number) {
        const { timestamp } = await getBlock(stage.chain.reader)
        for (let mined = 1; mined <= blocks; mined += 1)
          await stage.chain.advanceTo(Number(timestamp) + 60 * mined)
      }
      const troubles = () =>
        relayers
          .flatMap(({ lines }) => lines)
          .filter(({ event }) => event === 'trouble').length
      const work = () =>
        Promise.all(relayers.map(({ services }) => openRounds(services)))

      it('leaves alone a round that it is not told of', async () => {
        const { services } = relayers[0]!
        const config = { ...services.config, rounds: [] }
        await mine(stage.rules.drawDelay + 1)
        await openRounds({ ...services, config })
        expect((await state()).isStored).to.be.false
      })

      it('stores the block, and waits for the shares', async () => {
        await work()
        expect(await state()).to.include({ isStored: true, isDrawn: false })
        // Nor does it try, which the round would refuse.
        const before = troubles()
        await work()
        expect(troubles()).to.equal(before)
      })

      it('draws once, though two do it', async () => {
        await writeRound(stage.actors.relayer, {
          ...{ round: stage.round, functionName: 'releaseShare' },
          args: [enumNumber(purposes, 'lottery'), 1n, stage.lotteryShares[0]!],
        })
        await work()
        expect((await state()).isDrawn).to.be.true
        const drawn = await getRoundLogs(stage.chain.reader, {
          ...{ round: stage.round, eventNames: ['Drawn'] },
        })
        expect(drawn.length).to.equal(1)
      })
    })
  })
