// what a relayer tells, on each database
// ├── coverage
// │   ├── given some ballots → who cast and which lists were handed in, by category and half
// │   └── holds no score
// ├── relayer → its address, its record, what its purse pays for
// └── events
//     ├── the whole first, then what changes
//     ├── end at the stop
//     └── given as many as an address may have → TooMany
import { expect } from 'chai'
import { parseResponse } from 'hono/client'
import { registerRelayer } from '../../chain/registerRelayer.ts'
import { placeOf, seatOf } from '../../protocol/draw.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { readEvents } from './support/readEvents.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const url = 'https://relayer.example'

for (const kind of kindsFor('PGlite'))
  describe('relayer', () => {
    describe(`status on ${kind.name}`, function () {
      this.timeout(120_000)
      let stage: ReviewStage
      let database: TestDatabase
      let relayer: RunningRelayer

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        stage = await openReview(
          { communities: 6, seats: 2 },
          { minReviews: 2 },
        )
        database = await kind.create()
        relayer = await runRelayer(stage, database)
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await stage.close()
        await kind.end()
      })

      const coverage = async () => {
        const param = { round: stage.round }
        const route = relayer.client.rounds[':round'].coverage
        return parseResponse(route.$get({ param }))
      }
      const cast = async (reviewer: number) => {
        const ballot = await stage.makeBallot(reviewer)
        const { ballots } = relayer.client.rounds[':round']
        const param = { round: stage.round }
        const answer = await ballots.$post({ param, json: { ballot } })
        expect(answer.status).to.equal(201)
        const route = relayer.client.rounds[':round']
        await untilAsync(async () => {
          const body = await parseResponse(route.$get({ param }))
          return body.waiting === 0
        })
      }

      it('covers nothing before the first ballot', async () => {
        const body = await coverage()
        expect(body).to.include({ seats: 12, cast: 0, minimum: 2 })
        expect(body.tickets).to.equal(null)
        expect(body.proposals.map(({ reviews }) => reviews)).to.deep.equal(
          Array.from({ length: 6 }, () => 0),
        )
      })

      it('tells first the whole, then what changes', async () => {
        const stream = await readEvents(`${relayer.url}/rounds/${stage.round}`)
        const [snapshot] = await stream.until('snapshot')
        expect(snapshot).to.include({ phase: 'review', cast: 0, settled: 0 })
        await cast(1)
        const pages = await stream.until('pages')
        expect(pages.at(-1)).to.include.keys('pages', 'cast', 'waiting')
        const covered = await stream.until('coverage')
        expect(JSON.stringify(covered.at(-1))).to.include('"cast":1')
        await stream.close()
      })

      it('counts seats and handed-in lists by category and half', async () => {
        await cast(4)
        await untilAsync(async () => (await coverage()).cast === 2)
        const { groups, proposals } = await coverage()
        const listed = [1, 4].flatMap((one) => [...stage.lists(one)])
        for (const { half, number, reviews } of proposals) {
          expect(half).to.equal(placeOf(stage.draw, number).half)
          const expected = listed.filter((one) => one === number).length
          expect(reviews).to.equal(expected)
        }
        const halves = [1, 4].map((reviewer) => {
          const { community } = seatOf(stage.draw, reviewer)
          return placeOf(stage.draw, community).half
        })
        for (const group of groups) {
          const own = proposals.filter(({ half }) => half === group.half)
          expect(group.proposals).to.equal(own.length)
          expect(group.seats).to.equal(2 * own.length)
          const cast = halves.filter((half) => half === group.half).length
          expect(group.cast).to.equal(cast)
          const below = own.filter(({ reviews }) => reviews < 2).length
          expect(group.belowMinimum).to.equal(below)
        }
      })

      it('names no score, and nothing from which one follows', async () => {
        const text = JSON.stringify(await coverage())
        const names = [...text.matchAll(/"(\w+)":/g)].map(([, name]) => name)
        expect([...new Set(names)].toSorted()).to.deep.equal(
          [
            ...['round', 'tickets', 'seats', 'cast', 'minimum', 'groups'],
            ...['proposals', 'category', 'half', 'reviews', 'belowMinimum'],
            ...['number', 'issued', 'claimed'],
          ].toSorted(),
        )
      })

      it('tells its address, its record and what its purse pays for', async () => {
        const { receipts } = stage.chain
        const { node, account } = relayer.services
        await registerRelayer(node.sender, { receipts, url })
        const body = await parseResponse(relayer.client.relayer.$get())
        expect(body).to.include({
          ...{ relayer: account.address, receipts, url },
          ...{ brokenPromises: 0, chainId: 31_337 },
        })
        expect(body.purse.ballots).to.be.above(1_000)
      })

      it('refuses more streams of one address than it may have', async () => {
        const streams = []
        for (let count = 0; count < 20; count += 1)
          streams.push(await fetch(eventsUrl()))
        const answer = await fetch(eventsUrl())
        expect(answer.status).to.equal(429)
        for (const { body } of streams) await body?.cancel()
        await untilAsync(async () => {
          const again = await fetch(eventsUrl())
          await again.body?.cancel()
          return again.status === 200
        })
      })
      const eventsUrl = () => `${relayer.url}/rounds/${stage.round}/events`

      it('ends its streams when it stops', async () => {
        const stream = await readEvents(`${relayer.url}/rounds/${stage.round}`)
        await stream.until('snapshot')
        await relayer.stop()
        await stream.ended
      })
    })
  })
