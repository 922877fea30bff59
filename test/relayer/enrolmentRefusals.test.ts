// what sign-in, tickets, enrolment and contact data refuse: one table, each
// database; whatever is refused changes nothing
import { expect } from 'chai'
import { app, ask, type Ask, makeSignIn, signIn } from './support/asker.ts'
import {
  accountEnroller,
  makeClaim,
  passkeyEnroller,
} from './support/claims.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from './support/openEnrolment.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

/** What a row is made from. */
type Given = {
  stage: EnrolmentStage
  url: string
  /** Of seat 1. */
  ticket: string
  tokens: Record<'registrar' | 'admin' | 'screener' | 'committee', string>
}

type Row = {
  name: string
  expected: [status: number, error: string]
  request: (given: Given) => [path: string, how: Ask] | Promise<[string, Ask]>
}

const post = (json: unknown, token?: string): Ask => ({
  ...{ method: 'POST', json },
  ...(token === undefined ? {} : { token }),
})
const unknownTicket = '0000-0000-0000-0000-0000-0000-00VM'
const reason = 'lost'

/** A claim of seat 1 that is right, but for what is told. */
function claimRow(
  name: string,
  expected: Row['expected'],
  change: (given: Given) => Partial<ReturnType<typeof makeClaim>>,
): Row {
  return {
    ...{ name, expected },
    request: (given) => {
      const { round } = given.stage
      const target = { round, reviewer: 1 }
      const right = makeClaim(given.ticket, accountEnroller(1), target)
      return [`/rounds/${round}/claims`, post({ ...right, ...change(given) })]
    },
  }
}

const invalid: Row['expected'] = [400, 'RequestInvalid']
const unsigned: Row['expected'] = [422, 'EnrolmentSignature']
const by1 = accountEnroller(1)

const claims: readonly Row[] = [
  claimRow('no ticket', [400, 'TicketMalformed'], () => ({ ticket: '' })),
  claimRow('a ticket cut short', [400, 'TicketMalformed'], ({ ticket }) => ({
    ticket: ticket.slice(0, -1),
  })),
  claimRow(
    'a ticket with two letters swapped',
    [400, 'TicketMalformed'],
    ({ ticket }) => ({
      ticket: swapFirst(ticket),
    }),
  ),
  claimRow(
    'a ticket of a letter that none has',
    [400, 'TicketMalformed'],
    ({ ticket }) => ({
      ticket: `U${ticket.slice(1)}`,
    }),
  ),
  claimRow('an oversized ticket', invalid, () => ({ ticket: '0'.repeat(61) })),
  claimRow('a ticket nobody issued', [404, 'TicketUnknown'], () => ({
    ticket: unknownTicket,
  })),
  claimRow('a key that is no address', invalid, () => ({ key: '0x12' })),
  claimRow('a signature of half a byte', invalid, () => ({
    signature: '0x000',
  })),
  claimRow('an oversized signature', invalid, () => ({
    signature: `0x00${'00'.repeat(10_000)}`,
  })),
  claimRow('a signature of nothing but its kind', unsigned, () => ({
    signature: '0x00',
  })),
  claimRow(
    'a kind of signature that does not exist',
    unsigned,
    ({ stage, ticket }) => {
      const { signature } = makeClaim(ticket, by1, {
        round: stage.round,
        reviewer: 1,
      })
      return { signature: `0x07${signature.slice(4)}` }
    },
  ),
  claimRow('a contract wallet that does not exist', unsigned, () => ({
    signature: '0x01ab',
  })),
  claimRow('the signature of another key', unsigned, ({ stage, ticket }) => ({
    signature: makeClaim(ticket, accountEnroller(2), {
      round: stage.round,
      reviewer: 1,
    }).signature,
  })),
  claimRow('a signature for another seat', unsigned, ({ stage, ticket }) =>
    makeClaim(ticket, by1, { round: stage.round, reviewer: 2 }),
  ),
  claimRow('a signature for another round', unsigned, ({ stage, ticket }) =>
    makeClaim(ticket, by1, { round: stage.other, reviewer: 1 }),
  ),
  claimRow('a signature for another chain', unsigned, ({ stage, ticket }) =>
    makeClaim(ticket, by1, { round: stage.round, reviewer: 1, chainId: 1 }),
  ),
  claimRow('a signature over another ticket', unsigned, ({ stage }) => ({
    signature: makeClaim(unknownTicket, by1, {
      round: stage.round,
      reviewer: 1,
    }).signature,
  })),
  claimRow(
    'a passkey of a verifier that the rules do not list',
    unsigned,
    ({ stage, ticket }) =>
      makeClaim(ticket, passkeyEnroller(3, stage.chain.factory), {
        round: stage.round,
        reviewer: 1,
      }),
  ),
  claimRow(
    'a passkey with a byte of its answer changed',
    unsigned,
    ({ stage, ticket }) => {
      const by = passkeyEnroller(3, stage.webAuthn)
      const claim = makeClaim(ticket, by, { round: stage.round, reviewer: 1 })
      const place = 2 + 2 * (1 + 2 + 20 + 64 + 5)
      const digit = claim.signature[place] === '0' ? '1' : '0'
      const { signature } = claim
      const changed =
        signature.slice(0, place) + digit + signature.slice(place + 1)
      return { ...claim, signature: changed as typeof signature }
    },
  ),
  {
    name: 'a ticket of another round',
    expected: [404, 'TicketUnknown'],
    request: ({ stage, ticket }) => [
      `/rounds/${stage.other}/claims`,
      post(makeClaim(ticket, by1, { round: stage.other, reviewer: 1 })),
    ],
  },
  {
    name: 'a claim in a round of another factory',
    expected: [404, 'TicketUnknown'],
    request: ({ stage, ticket }) => [
      `/rounds/${stage.chain.factory}/claims`,
      post(makeClaim(ticket, by1, { round: stage.round, reviewer: 1 })),
    ],
  },
  {
    name: 'a claim that is no JSON',
    expected: invalid,
    request: ({ stage }) => [
      `/rounds/${stage.round}/claims`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
    ],
  },
]

const official401: Row['expected'] = [401, 'NotSignedIn']
const official403: Row['expected'] = [403, 'NotAllowed']
const issue = { form: 'json', from: 1, to: 2 }

const officials: readonly Row[] = [
  {
    name: 'tickets for nobody',
    expected: official401,
    request: ({ stage }) => [`/rounds/${stage.round}/tickets`, post(issue)],
  },
  {
    name: 'a token that was never given',
    expected: official401,
    request: ({ stage }) => [
      `/rounds/${stage.round}/seats`,
      { token: 'ab'.repeat(32) },
    ],
  },
  ...(['admin', 'screener', 'committee'] as const).map((role): Row => ({
    name: `tickets for the ${role}`,
    expected: official403,
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/tickets`,
      post(issue, tokens[role]),
    ],
  })),
  ...[
    'seats',
    'acts',
    'enrolments',
    'roll.csv',
    'roll-differences',
    'contacts',
  ].map((part): Row => ({
    name: `${part} for the admin`,
    expected: official403,
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/${part}`,
      { token: tokens.admin },
    ],
  })),
  {
    name: 'tickets before the roster',
    expected: [409, 'NoRoster'],
    request: ({ stage, tokens }) => [
      `/rounds/${stage.other}/tickets`,
      post({ form: 'json' }, tokens.registrar),
    ],
  },
  {
    name: 'a seat beyond the last',
    expected: [404, 'SeatUnknown'],
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/tickets`,
      post({ form: 'json', from: 12, to: 13 }, tokens.registrar),
    ],
  },
  {
    name: 'seat 0',
    expected: invalid,
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/reissues`,
      post({ form: 'json', reviewers: [0], reason }, tokens.registrar),
    ],
  },
  {
    name: 'a re-issue without reason',
    expected: invalid,
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/reissues`,
      post({ form: 'json', reviewers: [1] }, tokens.registrar),
    ],
  },
  {
    name: 'a reason in free words',
    expected: invalid,
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/reissues`,
      post(
        { form: 'json', reviewers: [1], reason: 'Kim lost it' },
        tokens.registrar,
      ),
    ],
  },
  {
    name: 'a re-issue of a seat without ticket, beside one that has one',
    expected: [409, 'NoTicket'],
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/reissues`,
      post({ form: 'json', reviewers: [1, 12], reason }, tokens.registrar),
    ],
  },
  {
    name: 'a round that is none',
    expected: [404, 'RoundUnknown'],
    request: ({ stage, tokens }) => [
      `/rounds/${stage.chain.factory}/seats`,
      { token: tokens.registrar },
    ],
  },
  {
    name: 'the registrar’s word for a seat that nobody claimed',
    expected: [422, 'RegistrarSignature'],
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/enrolment-signature`,
      post({ reviewers: [1], signature: '0x00' }, tokens.registrar),
    ],
  },
  {
    name: 'the registrar’s word for more than 20,000 seats',
    expected: invalid,
    request: ({ stage, tokens }) => {
      const reviewers = Array.from({ length: 20_001 }, (_, index) => index + 1)
      return [
        `/rounds/${stage.round}/enrolment-signature`,
        post({ reviewers, signature: '0x00' }, tokens.registrar),
      ]
    },
  },
  {
    name: 'a table of contacts beyond all measure',
    expected: [413, 'TooLarge'],
    request: ({ stage, tokens }) => [
      `/rounds/${stage.round}/contacts`,
      {
        ...{ method: 'PUT', token: tokens.registrar },
        json: { table: 'a'.repeat(2 ** 23) },
      },
    ],
  },
  {
    name: 'an enrolment of a seat that has none',
    expected: [404, 'EnrolmentUnknown'],
    request: ({ stage }) => [`/rounds/${stage.round}/enrolments/1`, {}],
  },
  {
    name: 'a sign-in without a word about keeping it',
    expected: invalid,
    request: async ({ url }) => {
      const { message, signature } = await makeSignIn(url, official('admin'))
      return ['/session', post({ message, signature })]
    },
  },
  {
    name: 'a sign-in whose message is none',
    expected: [401, 'SignInRefused'],
    request: () => [
      '/session',
      post({ message: 'let me in', signature: '0x00', keep: 'bearer' }),
    ],
  },
  {
    name: 'a sign-in signed with a single byte',
    expected: [401, 'SignInRefused'],
    request: async ({ url }) => {
      const signed = await makeSignIn(url, official('admin'))
      return ['/session', post({ ...signed, signature: '0x00' })]
    },
  },
]

for (const kind of kindsFor('PGlite'))
  describe(`refusals of enrolment on ${kind.name}`, function () {
    this.timeout(240_000)
    let stage: EnrolmentStage
    let database: TestDatabase
    let relayer: RunningRelayer
    let given: Given

    before(async function () {
      if (!kind.isHere) {
        console.warn(`SKIPPED: ${kind.name} is not installed here.`)
        this.skip()
      }
      stage = await openEnrolment()
      database = await kind.create()
      relayer = await runRelayer(stage, database, { DURE_APP: app })
      const { url } = relayer
      const tokens = {
        registrar: await signIn(url, official('registrar')),
        admin: await signIn(url, official('admin')),
        screener: await signIn(url, official('screener')),
        committee: await signIn(url, official('committee')),
      }
      const path = `/rounds/${stage.round}/tickets`
      const { body } = await ask(url, path, post(issue, tokens.registrar))
      const [first] = body.tickets as { ticket: string }[]
      given = { stage, url, tokens, ticket: first?.ticket ?? '' }
    })
    after(async () => {
      if (!kind.isHere) return
      await relayer.stop()
      await database.drop()
      await kind.end()
      await stage.close()
    })

    for (const { expected, name, request } of [...claims, ...officials])
      it(`refuses ${name}`, async () => {
        const [path, how] = await request(given)
        const answer = await ask(given.url, path, how)
        expect([answer.status, answer.body.error]).to.deep.equal(expected)
        const message = answer.body.message as { ko: string; en: string }
        expect(message.ko).to.match(/[가-힣]/)
        expect(message.en).not.to.equal('')
      })

    it('has changed nothing by all that: seat 1 is still free', async () => {
      const { round } = stage
      const claim = makeClaim(given.ticket, by1, { round, reviewer: 1 })
      const path = `/rounds/${round}/claims`
      const answer = await ask(given.url, path, post(claim))
      expect(answer.status, answer.text).to.equal(201)
    })
  })

/** The first two letters that differ. */
function swapFirst(ticket: string): string {
  const letters = Array.from(ticket)
  const place = letters.findIndex(
    (letter, index) => index > 0 && letter !== letters[0] && letter !== '-',
  )
  const [first = ''] = letters
  letters[0] = letters[place] ?? ''
  letters[place] = first
  return letters.join('')
}
