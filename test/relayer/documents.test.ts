// documents by digest, on each database
// ├── keeps for good what the chain names, and hands it out harmlessly
// ├── keeps other things for a while, and hands out none before the chain names it
// ├── lets go of what was not named in time, and of nothing else
// ├── takes the attachments that a document lists
// ├── hands out the documents of many proposals at once
// │   ├── without those that are not here, and none that nobody asked for
// │   ├── when they are large → says which are left
// │   └── when too many are asked for → RequestInvalid
// ├── when the bytes changed on the disk → DocumentDamaged, until it is brought again
// ├── when the admin deletes one → a tombstone, for its attachments too, and none comes back
// ├── when the operator deletes one by a command → a tombstone
// ├── … and nothing of it in any file; the night after another, too
// └── when there is no room → DocumentsFull
import { expect } from 'chai'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { writeRound } from '../../chain/writeRound.ts'
import { toCid } from '../../protocol/cid.ts'
import { digestOf } from '../../relayer/documents/digestOf.ts'
import { eraseRecentlyDeleted } from '../../relayer/documents/eraseDeleted.ts'
import { sweepDocuments } from '../../relayer/documents/sweepDocuments.ts'
import { nowByClock } from '../../relayer/officials/secrets.ts'
import { runCommand } from '../cli/support/runCommand.ts'
import { app, ask, signIn } from './support/asker.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import {
  applicant,
  documentOf,
  openRegistration,
  png,
  type RegistrationStage,
  roundDocument,
  signProposal,
  toBase64,
} from './support/openRegistration.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

describe('relayer', () => {
  let stage: RegistrationStage

  before(async function () {
    this.timeout(180_000)
    stage = await openRegistration()
  })
  after(() => stage.close())

  for (const kind of kindsFor('PGlite'))
    describe(`documents on ${kind.name}`, function () {
      this.timeout(180_000)
      let database: TestDatabase
      let relayer: RunningRelayer
      const text = (words: string) => documentOf(`${words} of ${kind.name}`)

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        database = await kind.create()
        relayer = await run()
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await kind.end()
      })

      const run = (changes: Record<string, string> = {}) =>
        runRelayer(stage, database, { DURE_APP: app, ...changes })
      async function put(bytes: Uint8Array, type = 'application/json') {
        const cid = toCid(digestOf(bytes))
        const url = `${relayer.url}/documents/${cid}?round=${stage.open.round}`
        const headers = { 'content-type': type }
        const body = Uint8Array.from(bytes)
        const answer = await fetch(url, { method: 'PUT', headers, body })
        const content = (await answer.json()) as Record<string, unknown>
        return { status: answer.status, body: content }
      }
      const get = (bytes: Uint8Array) =>
        ask(relayer.url, `/documents/${toCid(digestOf(bytes))}`)
      const rowOf = (bytes: Uint8Array) =>
        relayer.services.database.db
          .selectFrom('documents')
          .selectAll()
          .where('digest', '=', digestOf(bytes))
          .executeTakeFirst()
      const makeOld = (bytes: Uint8Array) =>
        relayer.services.database.db
          .updateTable('documents')
          .set({ until: 1 })
          .where('digest', '=', digestOf(bytes))
          .execute()
      async function propose(name: string, document: Uint8Array) {
        const account = applicant(`${name} of ${kind.name}`)
        const act = await signProposal(account, stage.open, document)
        const path = `/rounds/${stage.open.round}/proposals`
        const json = { act, document: toBase64(document) }
        const { body } = await ask(relayer.url, path, { method: 'POST', json })
        await untilAsync(async () => {
          const state = await ask(
            relayer.url,
            `${path}/acts/${String(body['id'])}`,
          )
          return state.body['state'] === 'recorded'
        })
        return account.address
      }

      it('keeps what the chain names, and hands it out harmlessly', async () => {
        const { body, status } = await put(roundDocument)
        expect(status).to.equal(200)
        expect(body['until']).to.be.null
        const { headers, text: content } = await get(roundDocument)
        expect(content).to.equal(new TextDecoder().decode(roundDocument))
        expect(headers.get('content-type')).to.equal(
          'application/json; charset=utf-8',
        )
        expect(headers.get('x-content-type-options')).to.equal('nosniff')
        expect(headers.get('content-security-policy')).to.equal(
          "default-src 'none'; sandbox",
        )
        expect(headers.get('cross-origin-resource-policy')).to.equal(
          'cross-origin',
        )
      })

      it('hands out nothing before the chain names it', async () => {
        const key = await propose('screened', text('screened'))
        const reason = text('why')
        const { body } = await put(reason)
        expect(body['until']).to.be.a('number')
        expect((await get(reason)).body['error']).to.equal('DocumentUnknown')
        await writeRound(stage.open.screener, {
          round: stage.open.round,
          functionName: 'screen',
          args: [
            [{ key, version: 1, accepted: true, reason: digestOf(reason) }],
          ],
        })
        await untilAsync(async () => (await get(reason)).status === 200)
        expect((await rowOf(reason))?.until).to.be.null
      })

      it('lets go of what was not named in time', async () => {
        const stranger = text('of a stranger')
        const fresh = text('still in time')
        const named = text('named')
        await put(stranger)
        await put(fresh)
        await propose('named', named)
        await makeOld(stranger)
        await makeOld(named)
        await sweepDocuments(relayer.services)
        expect(await rowOf(stranger)).to.be.undefined
        expect(await rowOf(fresh)).to.exist
        expect((await rowOf(named))?.until).to.be.null
      })

      it('takes the attachments that a document lists', async () => {
        const picture = png(`picture of ${kind.name}`)
        const digest = digestOf(picture)
        const attachments = [{ digest, type: 'image/png', name: 'plan.png' }]
        const document = documentOf(kind.name, { attachments })
        const key = await propose('illustrated', document)
        const { body } = await put(picture, 'image/png')
        expect(body['until']).to.be.null
        const { headers, status } = await get(picture)
        expect(status).to.equal(200)
        expect(headers.get('content-type')).to.equal('image/png')
        expect(headers.get('content-disposition')).to.match(/^attachment;/)
        const path = `/rounds/${stage.open.round}/proposals`
        await untilAsync(async () => {
          const list = await ask(relayer.url, path)
          const { proposals } = list.body as {
            proposals: { key: string; attachments: object[] }[]
          }
          const found = proposals.find((one) => one.key === key)
          if (!found) return false
          expect(found.attachments).to.deep.equal([
            {
              ...{ digest, cid: toCid(digest), state: 'here' },
              ...{ type: 'image/png', name: 'plan.png' },
            },
          ])
          return true
        })
      })

      it('hands out the documents of many proposals at once', async () => {
        const path = `/rounds/${stage.open.round}`
        const ordinals = new Map<string, number>()
        async function register(name: string, document: Uint8Array) {
          const key = await propose(name, document)
          await untilAsync(async () => {
            const list = await ask(relayer.url, `${path}/proposals`)
            const { proposals } = list.body as {
              proposals: { key: string; ordinal: number }[]
            }
            const found = proposals.find((one) => one.key === key)
            if (found) ordinals.set(name, found.ordinal)
            return found !== undefined
          })
        }
        const asked = async (...names: string[]) => {
          const of = names.map((name) => ordinals.get(name)).join(',')
          const { body } = await ask(relayer.url, `${path}/texts?of=${of}`)
          return body as {
            texts: { ordinal: number; digest: string; bytes: string }[]
            left: number[]
          }
        }
        const small = text('small')
        const gone = text('gone')
        const large = [1, 2, 3].map((one) =>
          text(`${one}${'x'.repeat(800_000)}`),
        )
        await register('small', small)
        await register('gone', gone)
        for (const [index, document] of large.entries())
          await register(`large ${index}`, document)
        await register('last', text('last'))
        await relayer.services.database.db
          .deleteFrom('documents')
          .where('digest', '=', digestOf(gone))
          .execute()
        expect(await asked('small', 'gone')).to.deep.equal({
          texts: [
            {
              ordinal: ordinals.get('small'),
              digest: digestOf(small),
              bytes: toBase64(small),
            },
          ],
          left: [],
        })
        const names = ['small', 'large 0', 'large 1', 'large 2', 'last']
        const { left, texts } = await asked(...names)
        expect(texts).to.have.length(4)
        expect(left).to.deep.equal([ordinals.get('last')])
        const many = Array.from({ length: 101 }, (_, index) => index + 1)
        const refused = await ask(
          relayer.url,
          `${path}/texts?of=${many.join()}`,
        )
        expect(refused.status).to.equal(400)
        expect(refused.body['error']).to.equal('RequestInvalid')
      })

      it('never hands out bytes that changed on the disk', async () => {
        const document = text('damaged')
        await propose('damaged', document)
        expect((await get(document)).status).to.equal(200)
        const bytes = Uint8Array.from(document)
        bytes[30] = (bytes[30] ?? 0) ^ 1
        await relayer.services.database.db
          .updateTable('documents')
          .set({ bytes })
          .where('digest', '=', digestOf(document))
          .execute()
        const { body, status } = await get(document)
        expect(status).to.equal(500)
        expect(body['error']).to.equal('DocumentDamaged')
        expect((await put(document)).status).to.equal(200)
        expect((await get(document)).status).to.equal(200)
      })

      it('leaves a tombstone where the admin deleted one', async () => {
        const picture = png(`deleted picture of ${kind.name}`)
        const digest = digestOf(picture)
        const attachments = [{ digest, type: 'image/png', name: 'face.png' }]
        const document = documentOf(`Deleted, ${kind.name}`, { attachments })
        await propose('deleted', document)
        await put(picture, 'image/png')
        const token = await signIn(relayer.url, applicant('admin'))
        const cid = toCid(digestOf(document))
        const path = `/rounds/${stage.open.round}/documents/${cid}`
        const json = { reason: 'It told where somebody lives.' }
        const asked = { method: 'DELETE', json, token }
        const { body, status } = await ask(relayer.url, path, asked)
        expect(status).to.equal(200)
        expect(body['deleted']).to.have.length(2)
        for (const one of [document, picture]) {
          const gone = await get(one)
          expect(gone.status).to.equal(410)
          expect(gone.body['error']).to.equal('DocumentDeleted')
          expect(gone.body['params']).to.include({
            digest: digestOf(one),
            reason: json.reason,
            by: applicant('admin').address,
          })
          expect((await rowOf(one))?.bytes).to.be.null
        }
        expect((await put(document)).status).to.equal(410)
        expect((await put(picture, 'image/png')).status).to.equal(410)
      })

      it('deletes by a command of the operator', async () => {
        const document = text('deleted by a command')
        await propose('commanded', document)
        await relayer.stop()
        const cid = toCid(digestOf(document))
        const { code, stdout } = await runCommand(
          [
            ...['relayer', 'documents', 'delete', cid],
            ...['--reason', 'Asked for by its author.'],
          ],
          { env: database.env },
        )
        expect(code).to.equal(0)
        expect(stdout).to.include(cid)
        expect(await filesWith(database, 'deleted by a command')).to.deep.equal(
          [],
        )
        relayer = await run({ DURE_DOCUMENTS_MIB: '1' })
        const { body, status } = await get(document)
        expect(status).to.equal(410)
        expect(body['params']).to.include({ by: 'operator' })
      })

      // Of a server the files are not ours to read: what is written anew is told.
      const isWrittenAnew = async (work: () => Promise<unknown>) => {
        const { db } = relayer.services.database
        const file = async () => {
          const { rows } = await sql<{ file: string }>`
            select pg_relation_filepath('documents') as file
          `.execute(db)
          return rows[0]?.file
        }
        const before = await file()
        await work()
        return (await file()) !== before
      }
      const eraseAtNight = () => eraseRecentlyDeleted(relayer.services)

      it('writes the table anew the night after a deletion', async () => {
        const { db } = relayer.services.database
        const long = nowByClock() - 3 * 24 * 3_600
        const deleted = db
          .updateTable('documents')
          .where('deleted_at', 'is not', null)
        await deleted.set({ deleted_at: long }).execute()
        expect(await isWrittenAnew(eraseAtNight)).to.be.false
        await deleted.set({ deleted_at: nowByClock() - 60 }).execute()
        expect(await isWrittenAnew(eraseAtNight)).to.be.true
      })

      it('says when there is no room', async () => {
        const large = text('x'.repeat(1_048_300))
        const { body, status } = await put(large)
        expect(status).to.equal(507)
        expect(body['error']).to.equal('DocumentsFull')
      })
    })
})

/** Names of the files that hold these words; none of a server's are ours. */
async function filesWith(
  { env }: TestDatabase,
  words: string,
): Promise<string[]> {
  if (!('DURE_DATA_FOLDER' in env)) return []
  const folder = env.DURE_DATA_FOLDER
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const bytes = await readFile(path.join(folder, name)).catch(() => undefined)
    if (bytes?.includes(words)) found.push(name)
  }
  return found
}
