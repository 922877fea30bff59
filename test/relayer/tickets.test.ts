// tickets and enrolment, on each database
// ├── issue: once a seat, stored hashed, as JSON, CSV and a sheet
// ├── claim: by an account, by a passkey, by a contract wallet
// │   ├── the same claim again → the same answer
// │   ├── the same key on another ticket → KeyTaken
// │   └── two keys on one ticket at once → one of them
// ├── re-issue: the old ticket dies, its key is free, the act is in the log
// ├── the log → nobody changes it, not even in the database
// ├── the registrar's word for all keys, one signature → a proof for each seat
// ├── the roll → as `dure roll publish` reads it; differences listed
// └── after the publication → only re-issued tickets
import { expect } from 'chai'
import { sql } from 'kysely'
import { type Address, zeroAddress } from 'viem'
import { verifyTypedData } from 'viem/actions'
import { writeRound } from '../../chain/writeRound.ts'
import { parseRoll } from '../../protocol/rollTable.ts'
import { packKeys } from '../../protocol/roll.ts'
import {
  isInTree,
  type SeatKey,
  toEnrolledKeysTypedData,
  treeOfKeys,
} from '../../protocol/tickets/enrolledKeys.ts'
import { parseTicket, ticketHash } from '../../protocol/tickets/ticketCode.ts'
import type { EnrolledKey } from '../../relayer/enrolment/readEnrolments.ts'
import { app, ask, type Ask, signIn } from './support/asker.ts'
import {
  accountEnroller,
  type Enroller,
  makeClaim,
  passkeyEnroller,
} from './support/claims.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import { deploySafe, safeEnroller } from './support/safe.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from './support/openEnrolment.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

type Issued = { reviewer: number; ticket: string; link: string }

for (const kind of kindsFor('PostgreSQL'))
  describe(`tickets on ${kind.name}`, function () {
    this.timeout(120_000)
    let stage: EnrolmentStage
    let database: TestDatabase
    let relayer: RunningRelayer
    let token: string
    const tickets = new Map<number, string>()

    before(async function () {
      if (!kind.isHere) {
        console.warn(`SKIPPED: ${kind.name} is not installed here.`)
        this.skip()
      }
      stage = await openEnrolment()
      database = await kind.create()
      relayer = await runRelayer(stage, database, { DURE_APP: app })
      token = await signIn(relayer.url, official('registrar'))
    })
    after(async () => {
      if (!kind.isHere) return
      await relayer.stop()
      await database.drop()
      await kind.end()
      await stage.close()
    })

    const inRound = (path: string, how: Ask = {}) =>
      ask(relayer.url, `/rounds/${stage.round}${path}`, { token, ...how })
    const post = (path: string, json: unknown) =>
      inRound(path, { method: 'POST', json })
    const ticketOf = (reviewer: number) => tickets.get(reviewer) ?? ''
    const claimOf = (reviewer: number, by: Enroller) =>
      makeClaim(ticketOf(reviewer), by, { round: stage.round, reviewer })
    const claim = (reviewer: number, by: Enroller) =>
      post('/claims', claimOf(reviewer, by))
    const remember = (issued: unknown) => {
      for (const { reviewer, ticket } of issued as Issued[])
        tickets.set(reviewer, ticket)
    }
    const seatOf = async (reviewer: number) => {
      const { body } = await inRound('/seats')
      const seats = body.seats as { reviewer: number; state: string }[]
      return seats[reviewer - 1]?.state
    }

    it('issues one ticket a seat, and keeps only its hash', async () => {
      const first = await post('/tickets', { form: 'json', from: 1, to: 6 })
      expect(first.status).to.equal(201)
      remember(first.body.tickets)
      expect([...tickets.keys()]).to.deep.equal([1, 2, 3, 4, 5, 6])
      const [one] = first.body.tickets as Issued[]
      expect(one?.link).to.equal(`${app}#/t/${one?.ticket}`)
      const again = await post('/tickets', { form: 'json', from: 1, to: 6 })
      expect(again.body.tickets).to.deep.equal([])
      const rows = await relayer.services.database.db
        .selectFrom('tickets')
        .selectAll()
        .orderBy('reviewer')
        .execute()
      expect(rows.map(({ hash }) => hash)).to.deep.equal(
        [...tickets.values()].map((text) => ticketHash(parseTicket(text))),
      )
      const kept = JSON.stringify(rows)
      for (const text of tickets.values()) expect(kept).not.to.contain(text)
    })

    it('issues as CSV, and as a sheet with one code a ticket', async () => {
      const csv = await post('/tickets', { form: 'csv', from: 7, to: 8 })
      const [header, ...lines] = csv.text.trim().split('\n')
      expect(header).to.equal('reviewer,community,seat,contact,ticket,link')
      for (const line of lines) {
        const [reviewer, , , , ticket = ''] = line.split(',')
        tickets.set(Number(reviewer), ticket)
      }
      expect(lines[0]).to.match(/^7,4,1,,/)
      const title = { ko: '주민 <심사>', en: 'Residents’ review' }
      const sheet = await post('/tickets', { form: 'sheet', title })
      expect(sheet.status).to.equal(201)
      expect(sheet.headers.get('content-type')).to.contain('text/html')
      expect(sheet.text.match(/<svg /g)).to.have.length(4)
      expect(sheet.text).to.contain('주민 &lt;심사&gt;')
      expect(sheet.text).not.to.match(/src=|href=|<script/)
    })

    it('tells what a ticket is for', async () => {
      const json = { ticket: ticketOf(3).toLowerCase().replaceAll('-', ' ') }
      const found = await ask(relayer.url, '/tickets/search', {
        method: 'POST',
        json,
      })
      const place = { reviewer: 3, community: 2, seat: 1, state: 'open' }
      expect(found.body).to.deep.equal({ round: stage.round, ...place })
    })

    it('takes claims of accounts, passkeys and contract wallets', async () => {
      const safe = await deploySafe(stage.actors.relayer, 'safe owner')
      const enrollers = [
        accountEnroller(1),
        passkeyEnroller(2, stage.webAuthn),
        safeEnroller(safe),
      ]
      for (const [index, by] of enrollers.entries()) {
        const reviewer = index + 1
        const answer = await claim(reviewer, by)
        expect(answer.status, answer.text).to.equal(201)
        const key = by.key.toLowerCase()
        expect(answer.body).to.deep.equal({ round: stage.round, reviewer, key })
      }
      expect(await seatOf(2)).to.equal('claimed')
      expect(await seatOf(4)).to.equal('issued')
    })

    it('answers the same to the same claim', async () => {
      const one = await claim(1, accountEnroller(1))
      const other = await claim(1, accountEnroller(1))
      expect(one.status).to.equal(201)
      expect(other.body).to.deep.equal(one.body)
    })

    it('refuses a spent ticket, and a key that has a seat', async () => {
      const spent = await claim(1, accountEnroller(9))
      expect(spent.status).to.equal(409)
      expect(spent.body.error).to.equal('TicketSpent')
      const taken = await claim(4, accountEnroller(1))
      expect(taken.status).to.equal(409)
      expect(taken.body.error).to.equal('KeyTaken')
    })

    it('gives a ticket to one of two keys that come at once', async () => {
      const answers = await Promise.all([
        claim(4, accountEnroller(40)),
        claim(4, accountEnroller(41)),
      ])
      const statuses = answers.map(({ status }) => status)
      expect(statuses.sort()).to.deep.equal([201, 409])
    })

    it('re-issues: the old ticket dies, the key is free, it is logged', async () => {
      await claim(5, accountEnroller(5))
      const old = ticketOf(5)
      const reason = 'key lost'
      const answer = await post('/reissues', {
        ...{ form: 'json', reviewers: [5, 6], reason },
      })
      expect(answer.status).to.equal(201)
      remember(answer.body.tickets)
      const by = accountEnroller(5)
      const target = { round: stage.round, reviewer: 5 }
      const dead = await post('/claims', makeClaim(old, by, target))
      expect(dead.body.error).to.equal('TicketReplaced')
      expect(await seatOf(5)).to.equal('re-issued')
      expect((await claim(6, by)).status).to.equal(201)
      const log = await inRound('/acts')
      const [last, first] = log.body.acts as Record<string, unknown>[]
      const act = 'ticket re-issued'
      expect(first).to.deep.include({ act, reviewer: 5, detail: reason })
      expect(last).to.deep.include({ act, reviewer: 6, detail: reason })
      expect(last?.official).to.equal(official('registrar').address)
    })

    it('lets nobody change the log', async () => {
      const { db } = relayer.services.database
      const attempts = ['update acts set detail = null', 'delete from acts']
      for (const attempt of attempts) {
        const changed = await sql
          .raw(attempt)
          .execute(db)
          .then(
            () => true,
            () => false,
          )
        expect(changed, attempt).to.be.false
      }
    })

    it('keeps the registrar’s word for the keys, and serves it', async () => {
      const id = { chainId: 31_337n, round: stage.round }
      const registrar = official('registrar')
      const sign = async (seats: SeatKey[]) => ({
        reviewers: seats.map(({ reviewer }) => reviewer),
        signature: await registrar.signTypedData(
          toEnrolledKeysTypedData(id, treeOfKeys(seats)),
        ),
      })
      const listed = (await inRound('/enrolments')).body.enrolments as SeatKey[]
      const [first, ...others] = listed as [SeatKey, ...SeatKey[]]
      const swapped = { ...first, key: accountEnroller(99).key }
      const send = async (seats: SeatKey[]) =>
        post('/enrolment-signature', await sign(seats))
      const refused = await send([swapped, ...others])
      expect(refused.status).to.equal(422)
      expect(refused.body.params).to.deep.equal({ count: listed.length })
      const before = await inRound('/enrolments/1', { token: '' })
      expect(before.body.signature).to.equal(null)
      expect((await send(listed)).status).to.equal(204)
      for (const seat of listed) {
        const path = `/enrolments/${seat.reviewer}`
        const { body } = await inRound(path, { token: '' })
        const { count, proof, root, signature } = body as EnrolledKey
        if (!root || !proof || !count || !signature) expect.fail('not signed')
        expect(body.registrar).to.equal(registrar.address)
        expect(isInTree(root, seat, proof)).to.be.true
        expect(isInTree(root, { ...seat, key: swapped.key }, proof)).to.be.false
        const typedData = toEnrolledKeysTypedData(id, { root, count })
        const claimed = { ...typedData, address: registrar.address, signature }
        expect(await verifyTypedData(stage.chain.reader, claimed)).to.be.true
      }
    })

    it('writes the roll as `dure roll publish` reads it', async () => {
      const { text } = await inRound('/roll.csv')
      const [header, ...lines] = text.trim().split('\n')
      expect(header).to.equal('community,seat,key')
      const rows = lines.map((line, index) => {
        const [community = '', seat = '', key = ''] = line.split(',')
        const cells = { community, seat, key, reviewer: '' }
        return { line: index + 2, cells }
      })
      const { faults, roll } = parseRoll(rows, {
        ...{ owners: true, communities: 6, seatsPerCommunity: 2 },
        reviewers: 12,
      })
      expect(faults).to.deep.equal([])
      expect(roll[0]).to.equal(accountEnroller(1).key)
      expect(roll[4]).to.equal(zeroAddress)
    })

    it('lists where the published roll is another', async () => {
      const { text } = await inRound('/roll.csv')
      const lines = text.trim().split('\n').slice(1)
      const keys = lines.map((line) => line.split(',')[2] as Address)
      const swapped = accountEnroller(77).key
      const published = keys.map((key, index) => (index === 1 ? swapped : key))
      const chunk = { round: stage.round, functionName: 'publishRoll' } as const
      await writeRound(stage.actors.registrar, {
        ...chunk,
        args: [0n, packKeys(published)],
      })
      const { body } = await inRound('/roll-differences')
      expect(body).to.deep.equal({
        isPublished: true,
        differences: [{ reviewer: 2, enrolled: keys[1], published: swapped }],
      })
    })

    it('then takes re-issued tickets only', async () => {
      const closed = await claim(7, accountEnroller(70))
      expect(closed.status).to.equal(409)
      expect(closed.body.error).to.equal('EnrolmentClosed')
      const late = await claim(5, accountEnroller(50))
      expect(late.status, late.text).to.equal(201)
      const same = await claim(1, accountEnroller(1))
      expect(same.status).to.equal(201)
    })

    it('counts, names who is missing, and writes no ticket into the log', async () => {
      const query = '/seats?missing=yes&community=4'
      const { body } = await inRound(query)
      expect(body.counts).to.deep.equal({ seats: 12, issued: 12, claimed: 6 })
      const missing = body.seats as { reviewer: number }[]
      expect(missing.map(({ reviewer }) => reviewer)).to.deep.equal([7, 8])
      const log = JSON.stringify(relayer.lines)
      for (const ticket of tickets.values()) expect(log).not.to.contain(ticket)
      expect(log).not.to.contain(token)
      expect(log).to.contain('/rounds/:round/claims')
    })
  })
