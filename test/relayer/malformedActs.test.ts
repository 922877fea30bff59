// documents, proposals and objections that are malformed, too large, replayed,
// of another round or chain, or from the wrong role: one table, each by its error
import { expect } from 'chai'
import { zeroAddress, zeroHash } from 'viem'
import { toCid } from '../../protocol/cid.ts'
import type { SignedAct } from '../../relayer/acts/signedAct.ts'
import { digestOf } from '../../relayer/documents/digestOf.ts'
import { app, ask, signIn } from './support/asker.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import {
  applicant,
  documentOf,
  openRegistration,
  png,
  type RegistrationStage,
  signObjection,
  signProposal,
  signWithdrawal,
  simulatedKey,
  toBase64,
} from './support/openRegistration.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

type Request = {
  method?: string
  path: string
  type?: string
  body?: string | Uint8Array
  token?: string
}

type Row = readonly [
  name: string,
  status: number,
  error: string,
  request: (
    stage: RegistrationStage,
    relayer: RunningRelayer,
  ) => Request | Promise<Request>,
]

const document = documentOf('A garden for all.')
const cid = toCid(digestOf(document))
const html = new TextEncoder().encode('<script>alert(1)</script>')
const tooLarge = documentOf('x'.repeat(2 ** 20))

const put = (
  { open: { round } }: RegistrationStage,
  body: Uint8Array,
  type: string,
  address = toCid(digestOf(body)),
): Request => ({
  method: 'PUT',
  path: `/documents/${address}?round=${round}`,
  type,
  body,
})

const post = (path: string, round: string, json: unknown): Request => ({
  method: 'POST',
  path: `/rounds/${round}/${path}`,
  type: 'application/json',
  body: JSON.stringify(json),
})

/** A proposal by a key of its own, with fields told otherwise after signing. */
async function proposal(
  { open }: RegistrationStage,
  name: string,
  change: object = {},
  bytes: Uint8Array | undefined = document,
): Promise<Request> {
  const act = await signProposal(applicant(name), open, bytes)
  const text = toBase64(bytes)
  const changed = { ...act, ...change }
  return post('proposals', open.round, { act: changed, document: text })
}

const message = {
  version: 1,
  digest: digestOf(document),
  category: 0,
  ask: 1_000,
}

const asAct = (round: string, act: SignedAct, bytes?: Uint8Array) => {
  const path = act.type === 'Objection' ? 'objections' : 'proposals'
  return post(path, round, { act, document: bytes && toBase64(bytes) })
}

const remove = async (
  { open }: RegistrationStage,
  { url }: RunningRelayer,
  official?: string,
  json: object = { reason: 'Asked for.' },
): Promise<Request> => ({
  method: 'DELETE',
  path: `/rounds/${open.round}/documents/${cid}`,
  type: 'application/json',
  body: JSON.stringify(json),
  ...(official && { token: await signIn(url, applicant(official)) }),
})

const ofDocuments: readonly Row[] = [
  [
    'an address that is none',
    400,
    'CidInvalid',
    () => ({ path: '/documents/x' }),
  ],
  [
    'an address of version 0',
    400,
    'CidInvalid',
    () => ({
      path: '/documents/QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG',
    }),
  ],
  [
    'an address of another codec',
    400,
    'CidInvalid',
    () => ({
      path: '/documents/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi',
    }),
  ],
  [
    'a document that is not here',
    404,
    'DocumentUnknown',
    () => ({ path: `/documents/${cid}` }),
  ],
  [
    'a document for no round',
    400,
    'RequestInvalid',
    (stage) => ({
      ...put(stage, document, 'application/json'),
      path: `/documents/${cid}`,
    }),
  ],
  [
    'a document for a round of another factory',
    404,
    'RoundUnknown',
    (stage) => ({
      ...put(stage, document, 'application/json'),
      path: `/documents/${cid}?round=${zeroAddress}`,
    }),
  ],
  [
    'an empty document',
    400,
    'RequestInvalid',
    (stage) => put(stage, new Uint8Array(), 'text/plain'),
  ],
  [
    'a document above 1 MiB',
    413,
    'TooLarge',
    (stage) => put(stage, tooLarge, 'application/json'),
  ],
  [
    'a document with another digest',
    422,
    'DigestMismatch',
    (stage) => put(stage, document, 'application/json', toCid(digestOf(html))),
  ],
  [
    'a picture that is told to be a PDF',
    415,
    'DocumentType',
    (stage) => put(stage, png('x'), 'application/pdf'),
  ],
  [
    'a page that is told to be a picture',
    415,
    'DocumentType',
    (stage) => put(stage, html, 'image/png'),
  ],
  [
    'a page as such',
    415,
    'DocumentType',
    (stage) => put(stage, html, 'text/html'),
  ],
  [
    'a document that is told to be nothing',
    415,
    'DocumentType',
    (stage) => put(stage, document, ''),
  ],
  [
    'bytes that are nothing known',
    415,
    'DocumentType',
    (stage) => put(stage, Uint8Array.of(0, 1, 2), 'application/octet-stream'),
  ],
  [
    'a deletion by nobody',
    401,
    'NotSignedIn',
    (stage, relayer) => remove(stage, relayer),
  ],
  [
    'a deletion by the screener',
    403,
    'NotAllowed',
    (stage, relayer) => remove(stage, relayer, 'screener'),
  ],
  [
    'a deletion without a reason',
    400,
    'RequestInvalid',
    (stage, relayer) => remove(stage, relayer, 'admin', {}),
  ],
  [
    'a deletion of what is not here',
    404,
    'DocumentUnknown',
    (stage, relayer) => remove(stage, relayer, 'admin'),
  ],
]

const ofProposals: readonly Row[] = [
  [
    'no JSON',
    400,
    'RequestInvalid',
    ({ open }) => ({ ...post('proposals', open.round, {}), body: '{' }),
  ],
  [
    'nothing',
    400,
    'RequestInvalid',
    ({ open }) => post('proposals', open.round, {}),
  ],
  [
    'another kind of file',
    400,
    'RequestInvalid',
    (stage) => proposal(stage, 'kind', { kind: 'dure-receipt' }),
  ],
  [
    'an objection in its place',
    400,
    'RequestInvalid',
    (stage) => proposal(stage, 'type', { type: 'Objection' }),
  ],
  [
    'an empty signature',
    400,
    'RequestInvalid',
    (stage) => proposal(stage, 'empty', { signature: '0x' }),
  ],
  [
    'half a byte',
    400,
    'RequestInvalid',
    (stage) => proposal(stage, 'half', { signature: '0x123' }),
  ],
  [
    'a version above 32 bits',
    400,
    'RequestInvalid',
    (stage) =>
      proposal(stage, 'v', { message: { ...message, version: 2 ** 32 } }),
  ],
  [
    'a negative category',
    400,
    'RequestInvalid',
    (stage) => proposal(stage, 'c', { message: { ...message, category: -1 } }),
  ],
  [
    'money above 128 bits',
    400,
    'RequestInvalid',
    (stage) =>
      proposal(stage, 'a', {
        message: { ...message, ask: String(2n ** 128n) },
      }),
  ],
  [
    'money in words',
    400,
    'RequestInvalid',
    (stage) => proposal(stage, 'w', { message: { ...message, ask: '1e9' } }),
  ],
  [
    'a document that is no base64',
    400,
    'RequestInvalid',
    async ({ open }) => {
      const act = await signProposal(applicant('base64'), open, document)
      return post('proposals', open.round, { act, document: '<>' })
    },
  ],
  [
    'a signature of another chain',
    422,
    'SignedElsewhere',
    async ({ open: { round } }) => {
      const where = { round, chainId: 1 }
      return asAct(
        round,
        await signProposal(applicant('chain'), where, document),
      )
    },
  ],
  [
    'a signature of another chain that tells this one',
    422,
    'Round_BadSignature',
    async ({ open: { round } }) => {
      const where = { round, chainId: 1 }
      const act = await signProposal(applicant('chain'), where, document)
      return asAct(round, { ...act, chainId: 31_337 }, document)
    },
  ],
  [
    'a signature of another round',
    422,
    'SignedElsewhere',
    async ({ open, ranked }) =>
      asAct(
        open.round,
        await signProposal(applicant('round'), ranked, document),
      ),
  ],
  [
    'a signature of another round that tells this one',
    422,
    'Round_BadSignature',
    async ({ open, ranked }) => {
      const act = await signProposal(applicant('round'), ranked, document)
      return asAct(open.round, { ...act, round: open.round }, document)
    },
  ],
  [
    'another sum than was signed',
    422,
    'Round_BadSignature',
    (stage) => proposal(stage, 'sum', { message: { ...message, ask: 9_999 } }),
  ],
  [
    'the key of somebody else',
    422,
    'Round_BadSignature',
    (stage) => proposal(stage, 'thief', { key: applicant('victim').address }),
  ],
  [
    'the version 0',
    422,
    'Round_ProposalVersion',
    async ({ open }) => {
      const change = { version: 0 }
      const act = await signProposal(applicant('zero'), open, document, change)
      return asAct(open.round, act, document)
    },
  ],
  [
    'a proposal without its document',
    422,
    'DocumentMissing',
    async ({ open }) =>
      asAct(
        open.round,
        await signProposal(applicant('bare'), open, documentOf('Not here.')),
      ),
  ],
  [
    'a proposal with the document of another',
    422,
    'DigestMismatch',
    async ({ open }) => {
      const act = await signProposal(applicant('mixed'), open, document)
      return asAct(open.round, act, documentOf('Another one.'))
    },
  ],
  [
    'a document without random bits',
    422,
    'DocumentBare',
    (stage) =>
      proposal(
        stage,
        'guessed',
        {},
        new TextEncoder().encode('{"text":"Short."}'),
      ),
  ],
  [
    'a document that is a page',
    422,
    'DocumentBare',
    (stage) => proposal(stage, 'page', {}, html),
  ],
  [
    'a document with too many attachments',
    422,
    'DocumentBare',
    (stage) => {
      const one = { digest: zeroHash, type: 'image/png', name: 'x.png' }
      const attachments = Array.from({ length: 6 }, () => one)
      return proposal(stage, 'many', {}, documentOf('Many.', { attachments }))
    },
  ],
  [
    'a document above 1 MiB',
    413,
    'TooLarge',
    (stage) => proposal(stage, 'large', {}, tooLarge),
  ],
  [
    'a request above all bounds',
    413,
    'TooLarge',
    (stage) => proposal(stage, 'larger', {}, documentOf('x'.repeat(2 ** 21))),
  ],
  [
    'a withdrawal of nothing',
    422,
    'Round_NoProposal',
    async ({ open }) =>
      asAct(open.round, await signWithdrawal(applicant('nobody'), open, 1)),
  ],
  [
    'a withdrawal with a document',
    400,
    'RequestInvalid',
    async ({ open }) =>
      asAct(
        open.round,
        await signWithdrawal(applicant('nobody'), open, 1),
        document,
      ),
  ],
  [
    'a proposal after the registration',
    422,
    'Round_WrongPhase',
    async ({ ranked }) =>
      asAct(
        ranked.round,
        await signProposal(applicant('late'), ranked, document),
        document,
      ),
  ],
  [
    'a round of another factory',
    404,
    'RoundUnknown',
    async () => {
      const where = { round: zeroAddress }
      return asAct(
        zeroAddress,
        await signProposal(applicant('nowhere'), where, document),
        document,
      )
    },
  ],
  [
    'an act that was never received',
    404,
    'ActUnknown',
    ({ open }) => ({
      path: `/rounds/${open.round}/proposals/acts/${zeroHash}`,
    }),
  ],
  [
    'the name of an act that is none',
    400,
    'RequestInvalid',
    ({ open }) => ({ path: `/rounds/${open.round}/proposals/acts/1` }),
  ],
]

const ofObjections: readonly Row[] = [
  [
    'an objection before the ranking',
    422,
    'Round_WrongPhase',
    async ({ open }) =>
      asAct(
        open.round,
        await signObjection(applicant('early'), open, document),
        document,
      ),
  ],
  [
    'an objection of a key that is not on the roster',
    422,
    'Round_NoProposal',
    async ({ ranked }) =>
      asAct(
        ranked.round,
        await signObjection(applicant('stranger'), ranked, document),
        document,
      ),
  ],
  [
    'an objection of a seat that is not on the roll',
    422,
    'Round_NoReviewer',
    async ({ ranked }) => {
      const key = simulatedKey(ranked, 'reviewer', 1)
      const seat = { reviewer: 9_999 }
      return asAct(
        ranked.round,
        await signObjection(key, ranked, document, seat),
        document,
      )
    },
  ],
  [
    'an objection of a seat by the key of another',
    422,
    'Round_BadSignature',
    async ({ ranked }) => {
      const key = simulatedKey(ranked, 'reviewer', 1)
      const seat = { reviewer: 2 }
      return asAct(
        ranked.round,
        await signObjection(key, ranked, document, seat),
        document,
      )
    },
  ],
  [
    'a proposal in its place',
    400,
    'RequestInvalid',
    async ({ open }) => {
      const act = await signProposal(applicant('place'), open, document)
      return post('objections', open.round, { act })
    },
  ],
]

describe('relayer', () => {
  let stage: RegistrationStage

  before(async function () {
    this.timeout(180_000)
    stage = await openRegistration()
  })
  after(() => stage.close())

  for (const kind of kindsFor('PGlite'))
    describe(`malformed documents and acts on ${kind.name}`, function () {
      this.timeout(180_000)
      let database: TestDatabase
      let relayer: RunningRelayer

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        database = await kind.create()
        relayer = await runRelayer(stage, database, { DURE_APP: app })
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await kind.end()
      })

      async function send({
        body,
        method = 'GET',
        path,
        token,
        type,
      }: Request) {
        return fetch(`${relayer.url}${path}`, {
          method,
          headers: {
            // Of a request that is too large the rest is not read.
            connection: 'close',
            ...(type !== undefined && { 'content-type': type }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
          ...(body !== undefined && {
            body: typeof body === 'string' ? body : Uint8Array.from(body),
          }),
        })
      }

      for (const [name, status, error, request] of [
        ...ofDocuments,
        ...ofProposals,
        ...ofObjections,
      ])
        it(`refuses ${name}`, async () => {
          const answer = await send(await request(stage, relayer))
          const body = (await answer.json()) as {
            error: string
            message: { ko: string; en: string }
          }
          expect([body.error, answer.status]).to.deep.equal([error, status])
          expect(body.message.ko).to.not.equal('')
          expect(body.message.en).to.not.equal('')
        })

      it('keeps nothing of them', async () => {
        const { db } = relayer.services.database
        const acts = await db.selectFrom('signed_acts').selectAll().execute()
        const documents = await db.selectFrom('documents').selectAll().execute()
        expect([acts, documents]).to.deep.equal([[], []])
      })

      it('refuses a key that sends too often', async () => {
        await relayer.stop()
        const changes = { DURE_APP: app, DURE_ACTS_OF_KEY_PER_HOUR: '1' }
        relayer = await runRelayer(stage, database, changes)
        const json = async (version: number) => ({
          act: await signWithdrawal(applicant('often'), stage.open, version),
        })
        const path = `/rounds/${stage.open.round}/proposals`
        const method = 'POST'
        await ask(relayer.url, path, { method, json: await json(1) })
        const second = { method, json: await json(2) }
        const { body, status } = await ask(relayer.url, path, second)
        expect([body['error'], status]).to.deep.equal(['TooMany', 429])
      })
    })
})
