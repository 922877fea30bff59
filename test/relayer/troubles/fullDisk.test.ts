// a relayer whose disk is full, on each database
// ├── a ballot that is not kept → 507 in both languages, and no receipt
// ├── its health says so
// ├── what it had acknowledged before is still there
// └── once there is room → it goes on by itself, and nothing is lost
import { expect } from 'chai'
import type { Hex } from 'viem'
import type { Acknowledged } from '../support/ballotSenders.ts'
import { databaseKinds } from '../support/databases.ts'
import { expectEachOnce, untilAllRecorded } from '../support/expectKept.ts'
import { untilHealth } from '../support/health.ts'
import { openTroubled, type Troubled } from '../support/openTroubled.ts'
import { postBallot } from '../support/postBallot.ts'
import { mountSmallDisk, type SmallDisk } from '../support/smallDisk.ts'

const mebibytes = 160
const some = 30 * 1_024 * 1_024
/** Bytes left. A server may be elsewhere, and shows nobody how full its disk is. */
const fills: Readonly<Record<string, readonly number[]>> = {
  PGlite: [some, 0],
  PostgreSQL: [0],
}
/** So many ballots fill what a table has left of its file. */
const ballots = 30

for (const kind of databaseKinds)
  describe('relayer', () => {
    describe(`full disk of ${kind.name}`, function () {
      this.timeout(240_000)
      let disk: SmallDisk | undefined
      let troubled: Troubled | undefined
      let next = 1
      const acknowledged: Acknowledged[] = []
      const refused: Hex[] = []

      before(async function () {
        disk = kind.isHere ? mountSmallDisk(mebibytes) : undefined
        if (!disk) {
          console.warn(
            `!!! SKIPPED: full disk of ${kind.name}. It takes ${kind.isHere ? 'root on Linux, to mount a small disk' : kind.name}. !!!`,
          )
          this.skip()
        }
        troubled = await openTroubled({
          ...{ kind, disk: disk.folder },
          sizes: { communities: 10, seats: 10 },
        })
      })
      after(async () => {
        await troubled?.close()
        disk?.unmount()
      })

      const parts = () => {
        if (!troubled || !disk) throw new Error('It was skipped.')
        return { ...troubled, disk }
      }

      async function post(ballot: Hex) {
        const { relayer, stage } = parts()
        const posted = await postBallot(relayer.url, stage.round, ballot)
        if (posted.acknowledged) acknowledged.push(posted.acknowledged)
        else refused.push(ballot)
        return posted
      }

      /** New ones until one is refused. */
      async function postUntilRefused() {
        for (let count = 0; count < ballots; count += 1) {
          const ballot = await parts().stage.makeBallot(next)
          next += 1
          const posted = await post(ballot)
          if (posted.refusal) return posted
        }
        throw new Error('It takes everything.')
      }

      for (const left of fills[kind.name] ?? [])
        it(`loses nothing with ${left} bytes left`, async () => {
          const { disk, relayer, stage } = parts()
          await untilHealth(relayer, ({ isWell }) => isWell)
          await post(await stage.makeBallot(next++))
          expect(refused).to.deep.equal([])

          await disk.fill(left)
          const { refusal, status } = await postUntilRefused()
          expect(status).to.equal(507)
          expect(refusal?.error).to.equal('DiskFull')
          expect(refusal?.message.ko).to.match(/[가-힣]/)
          expect(refusal?.message.en).to.match(/[a-z]/)
          const { troubles } = await untilHealth(
            relayer,
            ({ isWell }) => !isWell,
          )
          expect(troubles.join()).to.match(/disk is nearly full|DiskFull/)

          await disk.free()
          await untilHealth(relayer, ({ isWell }) => isWell)
          for (const ballot of refused.splice(0))
            expect((await post(ballot)).status).to.equal(201)
          await untilAllRecorded(stage, acknowledged)
          await untilHealth(
            relayer,
            ({ isWell, queues }) => isWell && queues?.sent === 0,
          )
          await expectEachOnce(stage, acknowledged)
        })
    })
  })
