// proposals and objections by signature, on each database
// ├── registers, and keeps the document for good
// ├── answers the same act again with what it knows of it
// ├── lists decision, number, digests and whether the text is here
// ├── replaces, then withdraws
// ├── refuses a second act of a key while one is under way
// ├── sends after a restart what it took before, once
// ├── finds what somebody else has sent
// ├── takes objections of a seat and of an applicant, once each
// └── says that its acts of the day are used up
import { expect } from 'chai'
import { getProposal } from '../../chain/getProposals.ts'
import { readRound } from '../../chain/readRound.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { type SignedAct, toCall } from '../../relayer/acts/signedAct.ts'
import { sendCall } from '../../chain/sendCall.ts'
import { toCid } from '../../protocol/cid.ts'
import { digestOf } from '../../relayer/documents/digestOf.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import {
  applicant,
  documentOf,
  openRegistration,
  type RegistrationStage,
  signObjection,
  signProposal,
  signWithdrawal,
  simulatedKey,
  toBase64,
} from './support/openRegistration.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

type Answer = { status: number; body: Record<string, unknown> }

describe('relayer', () => {
  let stage: RegistrationStage

  before(async function () {
    this.timeout(180_000)
    stage = await openRegistration()
  })
  after(() => stage.close())

  for (const [index, kind] of databaseKinds.entries())
    describe(`proposals on ${kind.name}`, function () {
      this.timeout(180_000)
      let database: TestDatabase
      let relayer: RunningRelayer
      const named = (name: string) => applicant(`${name} of ${kind.name}`)
      const text = (words: string) => documentOf(`${words} of ${kind.name}`)

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        database = await kind.create()
        relayer = await runRelayer(stage, database)
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await kind.end()
      })

      async function post(
        path: string,
        round: string,
        act: SignedAct,
        document?: Uint8Array,
      ): Promise<Answer> {
        const url = `${relayer.url}/rounds/${round}/${path}`
        const text = document && toBase64(document)
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ act, document: text }),
        })
        const body = (await answer.json()) as Answer['body']
        return { status: answer.status, body }
      }
      const propose = (act: SignedAct, document?: Uint8Array) =>
        post('proposals', stage.open.round, act, document)
      async function get(path: string): Promise<Answer> {
        const answer = await fetch(`${relayer.url}${path}`)
        const body = (await answer.json()) as Answer['body']
        return { status: answer.status, body }
      }
      async function untilRecorded({ body }: Answer): Promise<Answer> {
        const { id, round, type } = body as Record<string, string>
        const place = type === 'Objection' ? 'objections' : 'proposals'
        let latest: Answer | undefined
        await untilAsync(async () => {
          latest = await get(`/rounds/${round}/${place}/acts/${id}`)
          return latest.body['state'] !== 'waiting'
        })
        expect(latest?.body['state']).to.be.oneOf(['recorded', 'final'])
        return latest!
      }
      const standing = (key: `0x${string}`) =>
        getProposal(stage.chain.reader, { round: stage.open.round, key })
      type Listed = Record<'key' | 'decision', string> & {
        version: number
        document: { state: string; cid: string }
        reason: { state: string } | null
        attachments: { name: string; state: string }[]
      }
      async function listed(key: string): Promise<Listed | undefined> {
        const { body } = await get(`/rounds/${stage.open.round}/proposals`)
        const { proposals } = body as { proposals: Listed[] }
        return proposals.find((one) => one.key === key)
      }

      it('registers, and keeps the document for good', async () => {
        const account = named('first')
        const document = text('first')
        const act = await signProposal(account, stage.open, document)
        const answer = await propose(act, document)
        expect(answer.status).to.equal(202)
        await untilRecorded(answer)
        const { digest, version } = await standing(account.address)
        expect({ digest, version }).to.deep.equal({
          digest: digestOf(document),
          version: 1,
        })
        const found = await fetch(
          `${relayer.url}/documents/${toCid(digestOf(document))}`,
        )
        expect(found.status).to.equal(200)
        const bytes = new Uint8Array(await found.arrayBuffer())
        expect(bytes).to.deep.equal(document)
      })

      it('answers the same act again with what it knows of it', async () => {
        const document = text('first')
        const act = await signProposal(named('first'), stage.open, document)
        const answer = await propose(act)
        expect(answer.status).to.equal(202)
        expect(answer.body['state']).to.be.oneOf(['recorded', 'final'])
      })

      it('lists each proposal as it stands', async () => {
        const { address: key } = named('first')
        const reason = text('the reason')
        await writeRound(stage.open.screener, {
          round: stage.open.round,
          functionName: 'screen',
          args: [
            [{ key, version: 1, accepted: true, reason: digestOf(reason) }],
          ],
        })
        await untilAsync(async () => {
          const proposal = await listed(key)
          return proposal?.decision === 'accepted'
        })
        const proposal = await listed(key)
        expect(proposal?.document.state).to.equal('here')
        expect(proposal?.reason?.state).to.equal('missing')
        const { body } = await get(`/rounds/${stage.open.round}/documents`)
        const { documents } = body as { documents: Record<string, string>[] }
        expect(
          documents.filter(({ about }) => about === key),
        ).to.deep.include.members([
          {
            kind: 'screening',
            digest: digestOf(reason),
            cid: toCid(digestOf(reason)),
            about: key,
            block: documents.find(
              ({ digest }) => digest === digestOf(reason),
            )?.['block'],
            state: 'missing',
          },
        ])
      })

      it('replaces a proposal, then withdraws it', async () => {
        const account = named('second')
        const one = text('second, one')
        const two = text('second, two')
        const first = await signProposal(account, stage.open, one)
        await untilRecorded(await propose(first, one))
        const change = { version: 2 }
        const second = await signProposal(account, stage.open, two, change)
        await untilRecorded(await propose(second, two))
        expect((await standing(account.address)).digest).to.equal(digestOf(two))
        const third = await signWithdrawal(account, stage.open, 3)
        await untilRecorded(await propose(third))
        expect((await standing(account.address)).state).to.equal('withdrawn')
        await untilAsync(async () => {
          const proposal = await listed(account.address)
          return proposal?.decision === 'withdrawn' && proposal.version === 3
        })
      })

      it('refuses a second act of a key while one is under way', async () => {
        const account = named('hasty')
        const one = text('hasty, one')
        const two = text('hasty, two')
        const change = { version: 2 }
        const acts = await Promise.all([
          signProposal(account, stage.open, one),
          signProposal(account, stage.open, two, change),
        ])
        const answers = await Promise.all([
          propose(acts[0], one),
          propose(acts[1], two),
        ])
        const statuses = answers.map(({ status }) => status)
        expect(statuses.sort()).to.deep.equal([202, 409])
        const refused = answers.find(({ status }) => status === 409)
        expect(refused?.body['error']).to.equal('ActUnderWay')
      })

      it('finds what somebody else has sent', async () => {
        const account = named('elsewhere')
        const document = text('elsewhere')
        const act = await signProposal(account, stage.open, document)
        // Both at once: whichever comes first, it is recorded once.
        const [answer] = await Promise.all([
          propose(act, document),
          sendCall(stage.open.screener, toCall(act)),
        ])
        expect(answer.status).to.be.oneOf([202, 422])
        if (answer.status === 202) await untilRecorded(answer)
        expect((await standing(account.address)).version).to.equal(1)
      })

      it('sends after a restart what it took before, once', async () => {
        const accounts = [1, 2, 3, 4].map((number) => named(`late ${number}`))
        const answers = await Promise.all(
          accounts.map(async (account) => {
            const document = text(account.address)
            const act = await signProposal(account, stage.open, document)
            return propose(act, document)
          }),
        )
        await relayer.stop()
        relayer = await runRelayer(stage, database)
        for (const answer of answers) await untilRecorded(answer)
        const versions = await Promise.all(
          accounts.map(
            async ({ address }) => (await standing(address)).version,
          ),
        )
        expect(versions).to.deep.equal([1, 1, 1, 1])
      })

      it('takes objections of a seat and of an applicant, once each', async () => {
        const { ranked } = stage
        const number = index + 1
        const seat = simulatedKey(ranked, 'reviewer', number)
        const community = simulatedKey(ranked, 'applicant', number)
        const why = text('objection')
        const other = text('objection, again')
        const send = (act: SignedAct, document: Uint8Array) =>
          post('objections', ranked.round, act, document)
        const before = await objections()
        const place = { reviewer: number }
        const ofSeat = await signObjection(seat, ranked, why, place)
        await untilRecorded(await send(ofSeat, why))
        const ofApplicant = await signObjection(community, ranked, why)
        await untilRecorded(await send(ofApplicant, why))
        expect(await objections()).to.equal(before + 2n)
        const second = await signObjection(community, ranked, other)
        const refused = await send(second, other)
        expect(refused.status).to.equal(422)
        expect(refused.body['error']).to.equal('Round_Objected')
      })

      it('says that its acts of the day are used up', async () => {
        await relayer.stop()
        const changes = { DURE_ACTS_PER_DAY: '1' }
        relayer = await runRelayer(stage, database, changes)
        const document = text('one too many')
        const account = named('one too many')
        const act = await signProposal(account, stage.open, document)
        const { body, status } = await propose(act, document)
        expect(status).to.equal(429)
        expect(body['error']).to.equal('ActsExhausted')
      })

      async function objections(): Promise<bigint> {
        const [count] = await readRound(stage.chain.reader, {
          round: stage.ranked.round,
          functionName: 'objectionCounts',
          args: [],
        })
        return count
      }
    })
})
