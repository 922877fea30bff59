// contact data and their end, on each database
// ├── given no date → none are taken
// ├── the date → in the future, only ever earlier
// ├── a table with seats, and one whose seats are drawn by lot
// ├── a table that is larger than other requests may be; one that is too large
// ├── a line that is wrong → named, nothing kept, nothing of it in the answer
// ├── when the date has come → the job deletes; nothing more is taken
// └── the command → proves it, and says what is left
import { expect } from 'chai'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../cli/support/runCommand.ts'
import { app, ask, type Ask, signIn } from './support/asker.ts'
import { accountEnroller, makeClaim } from './support/claims.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from './support/openEnrolment.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const people = ['kim@example.kr', '010-1234-5678', 'lee@example.kr']

for (const kind of kindsFor('PostgreSQL'))
  describe(`retention on ${kind.name}`, function () {
    this.timeout(120_000)
    let stage: EnrolmentStage
    let database: TestDatabase
    let relayer: RunningRelayer
    let token: string

    before(async function () {
      if (!kind.isHere) {
        console.warn(`SKIPPED: ${kind.name} is not installed here.`)
        this.skip()
      }
      stage = await openEnrolment()
      database = await kind.create()
      await start()
    })
    after(async () => {
      if (!kind.isHere) return
      await relayer.stop()
      await database.drop()
      await kind.end()
      await stage.close()
    })

    async function start() {
      relayer = await runRelayer(stage, database, { DURE_APP: app })
      token = await signIn(relayer.url, official('registrar'))
    }
    const inRound = (where: string, how: Ask = {}) =>
      ask(relayer.url, `/rounds/${stage.round}${where}`, { token, ...how })
    const put = (where: string, json: unknown) =>
      inRound(where, { method: 'PUT', json })
    const keep = (table: string) => put('/contacts', { table })
    const soon = () => Math.floor(Date.now() / 1000) + 3_600

    /** What the command prints, and its exit code. */
    async function command(...words: string[]) {
      const args = ['relayer', 'retention', ...words, '--round', stage.round]
      const run = await runCommand(args, { env: database.env })
      const counts = [...run.stdout.matchAll(/^(\d+)\t(.*)$/gm)].map(
        ([, count, place]) => [place, Number(count)],
      )
      const { code } = run
      return { code, counts: Object.fromEntries(counts) as Counts }
    }
    type Counts = Record<string, number>

    it('takes no contact data before a date is set', async () => {
      const answer = await keep('community,seat,contact\n1,1,kim@example.kr\n')
      expect(answer.status).to.equal(409)
      expect(answer.body.error).to.equal('NoRetention')
    })

    it('takes a date of the future, and then only earlier ones', async () => {
      const set = async (deleteAt: number) =>
        (await put('/retention', { deleteAt })).status
      const later = soon() + 3_600
      expect(await set(1_000)).to.equal(422)
      expect(await set(later + 3 * 366 * 86_400)).to.equal(422)
      expect(await set(later)).to.equal(200)
      expect(await set(later + 1)).to.equal(422)
      expect(await set(later - 1)).to.equal(200)
      const { body } = await inRound('/retention', { token: '' })
      expect(body).to.deep.equal({ deleteAt: later - 1, deletedAt: null })
    })

    it('names a wrong line, keeps nothing and repeats nothing of it', async () => {
      const rows: [string, number, string][] = [
        ['community,seat\n1,1\n', 1, 'a column is missing'],
        ['seat,contact\n1,a@b.kr\n', 1, 'a column is missing'],
        ['community,seat,contact\n1,1,a@b.kr\n9,1,b@b.kr\n', 3, 'no such seat'],
        ['community,seat,contact\n1,1,\n', 2, 'no contact'],
        [
          'community,seat,contact\n1,1,a@b.kr\n1,1,b@b.kr\n',
          3,
          'the seat is repeated',
        ],
        [
          'community,contact\n1,a@b.kr\n1,b@b.kr\n1,c@b.kr\n',
          4,
          'more people than seats',
        ],
        [
          `community,contact\n1,${'a'.repeat(201)}\n`,
          2,
          'the contact is too long',
        ],
        [
          'community,contact\n1,a\uFFFD@b.kr\n',
          2,
          'the letters cannot be read',
        ],
      ]
      for (const [table, line, fault] of rows) {
        const answer = await keep(table)
        expect(answer.status, fault).to.equal(422)
        expect(answer.body.params).to.deep.equal({ line, fault })
        expect(answer.text).not.to.contain('b.kr')
      }
      const { body } = await inRound('/contacts')
      expect(body.contacts).to.deep.equal([])
    })

    it('keeps a table with seats, and one whose seats are drawn', async () => {
      const one = await keep('\uFEFF공동체,자리,연락처\n1,2,kim@example.kr\n')
      expect(one.body).to.deep.equal({ kept: 1 })
      const drawn = `community,contact\n1,${people[1]}\n2,${people[2]}\n`
      expect((await keep(drawn)).body).to.deep.equal({ kept: 2 })
      const { body } = await inRound('/contacts')
      const contacts = body.contacts as { reviewer: number; contact: string }[]
      const [first, second, third] = contacts
      expect(first).to.deep.equal({ reviewer: 1, contact: people[1] })
      expect(second).to.deep.equal({ reviewer: 2, contact: people[0] })
      expect(third?.contact).to.equal(people[2])
      expect(third?.reviewer).to.be.oneOf([3, 4])
    })

    it('takes larger tables than other requests may be', async () => {
      const table = (length: number) =>
        `community,seat,contact,note\n1,2,${people[0]},${'x'.repeat(length)}\n`
      expect((await keep(table(2_000_000))).body).to.deep.equal({ kept: 1 })
      const tooLarge = await keep(table(2 ** 22))
      expect(tooLarge.status).to.equal(413)
      expect(tooLarge.body.error).to.equal('TooLarge')
    })

    it('prints the contact beside the ticket, for the letter', async () => {
      const json = { form: 'json', from: 1, to: 3 }
      const { body } = await inRound('/tickets', { method: 'POST', json })
      const [one] = body.tickets as { contact: string; ticket: string }[]
      expect(one?.contact).to.equal(people[1])
      const target = { round: stage.round, reviewer: 1 }
      const claim = makeClaim(one?.ticket ?? '', accountEnroller(1), target)
      const answer = await inRound('/claims', { method: 'POST', json: claim })
      expect(answer.status).to.equal(201)
    })

    it('says what is left, and finds contacts wherever they are', async () => {
      await relayer.stop()
      const folder = await mkdtemp(path.join(tmpdir(), 'dure-seek-'))
      const file = path.join(folder, 'contacts.txt')
      await writeFile(file, people.join('\n'))
      const { code, counts } = await command('check', '--seek', file)
      await rm(folder, { recursive: true })
      expect(code).to.equal(1)
      expect(counts).to.include({
        'contacts.contact': 3,
        'tickets.hash': 3,
        'enrolments.ticket': 1,
        'enrolments.signature': 1,
        'public.contacts.contact': 3,
        'public.acts.detail': 0,
      })
      await start()
    })

    it('deletes by itself when the date has come', async () => {
      await relayer.services.database.db
        .updateTable('retentions')
        .set({ delete_at: 1_000 })
        .execute()
      await relayer.jobs.run('retention')
      await untilAsync(async () => {
        const { body } = await inRound('/retention')
        return body.deletedAt !== null
      })
      const { body } = await inRound('/contacts')
      expect(body.contacts).to.deep.equal([])
      const { body: enrolment } = await inRound('/enrolments/1')
      expect(enrolment.key).to.equal(accountEnroller(1).key)
      const taken = await keep('community,contact\n1,a@b.kr\n')
      expect(taken.body.error).to.equal('RetentionDone')
      const json = { form: 'json' }
      const issued = await inRound('/tickets', { method: 'POST', json })
      expect(issued.body.error).to.equal('RetentionDone')
      const log = JSON.stringify(relayer.lines)
      for (const person of people) expect(log).not.to.contain(person)
    })

    it('proves that it is gone', async () => {
      await relayer.stop()
      const folder = await mkdtemp(path.join(tmpdir(), 'dure-seek-'))
      const file = path.join(folder, 'contacts.txt')
      await writeFile(file, people.join('\n'))
      const { code, counts } = await command('check', '--seek', file)
      await rm(folder, { recursive: true })
      expect(Object.keys(counts).length).to.be.above(20)
      expect(Object.values(counts).every((count) => count === 0)).to.be.true
      expect(code).to.equal(0)
      await start()
    })

    if (kind.name === 'PGlite')
      it('leaves nothing in any file of the folder', async () => {
        await relayer.stop()
        const { DURE_DATA_FOLDER: folder = '' } = { ...database.env } as Record<
          string,
          string
        >
        const found: string[] = []
        const names = await readdir(folder, { recursive: true })
        for (const name of names) {
          const bytes = await readFile(path.join(folder, name)).catch(
            () => undefined,
          )
          if (people.some((one) => bytes?.includes(one))) found.push(name)
        }
        expect(names.length).to.be.above(100)
        expect(found).to.deep.equal([])
        await start()
      })

    it('counts for everyone, and deletes at once for the registrar only', async () => {
      const anyone = await inRound('/links', { token: '' })
      expect(anyone.status).to.equal(200)
      const remove = (token?: string) =>
        inRound('/links', {
          method: 'DELETE',
          ...(token === undefined ? {} : { token }),
        })
      expect((await remove('')).status).to.equal(401)
      const { body } = await remove()
      const links = body.links as { place: string; count: number }[]
      expect(links.map(({ count }) => count)).to.deep.equal([0, 0, 0, 0])
      const { body: log } = await inRound('/acts')
      const [latest] = log.acts as { act: string; official: string }[]
      expect(latest?.act).to.equal('retention done')
      expect(latest?.official).to.equal(official('registrar').address)
    })

    it('deletes at once on command', async () => {
      await relayer.stop()
      const { code } = await command('delete')
      expect(code).to.equal(0)
      await start()
    })

    it('refuses words that it does not know', async () => {
      const words = [
        ['check'],
        ['look', '--round', stage.round],
        ['check', '--round', '0x1'],
        ['check', '--round', stage.round, '--seek', 'nowhere.txt'],
      ]
      for (const one of words) {
        const args = ['relayer', 'retention', ...one]
        const { code } = await runCommand(args, { env: database.env })
        expect(code).to.equal(2)
      }
    })
  })
