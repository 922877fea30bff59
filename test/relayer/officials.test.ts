// sign-in of officials, on each database
// ├── an account, a contract wallet → a session
// ├── a nonce again, unknown; another domain, chain, signer; out of time → refused
// ├── as cookie → HttpOnly, SameSite=Strict, and taken as well as a bearer
// ├── roles → as they stand on the chain at the moment of the request
// └── after the sign-out → nobody
import { expect } from 'chai'
import { privateKeyToAccount } from 'viem/accounts'
import { enumNumber, roles } from '../../chain/enums.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { keyOf } from '../cli/support/commandChain.ts'
import {
  app,
  ask,
  makeSignIn,
  type SiweChange,
  signIn,
} from './support/asker.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from './support/openEnrolment.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { deploySafe, safeAccount } from './support/safe.ts'

for (const kind of kindsFor('PGlite'))
  describe(`officials on ${kind.name}`, function () {
    this.timeout(120_000)
    let stage: EnrolmentStage
    let database: TestDatabase
    let relayer: RunningRelayer

    before(async function () {
      if (!kind.isHere) {
        console.warn(`SKIPPED: ${kind.name} is not installed here.`)
        this.skip()
      }
      stage = await openEnrolment()
      database = await kind.create()
      const origins = { DURE_ORIGINS: 'https://dure.example' }
      const settings = { ...origins, DURE_APP: app }
      relayer = await runRelayer(stage, database, settings)
    })
    after(async () => {
      if (!kind.isHere) return
      await relayer.stop()
      await database.drop()
      await kind.end()
      await stage.close()
    })

    const hand = (json: unknown) =>
      ask(relayer.url, '/session', { method: 'POST', json })
    const rolesOf = (how: {
      token?: string
      headers?: Record<string, string>
    }) => ask(relayer.url, `/rounds/${stage.round}/roles`, how)

    it('knows an account by its signature', async () => {
      const token = await signIn(relayer.url, official('registrar'))
      const { body } = await rolesOf({ token })
      const { address } = official('registrar')
      expect(body).to.deep.equal({ address, roles: ['registrar'] })
    })

    it('asks a contract wallet', async () => {
      const safe = await deploySafe(stage.actors.relayer, 'owner')
      const token = await signIn(relayer.url, safeAccount(safe))
      const { body } = await rolesOf({ token })
      expect(body).to.deep.equal({ address: safe.address, roles: [] })
      const stranger = { ...safe, secrets: [new Uint8Array(32).fill(7)] }
      const json = await makeSignIn(relayer.url, safeAccount(stranger))
      const refused = await hand(json)
      expect(refused.body.params).to.deep.equal({ fault: 'signature' })
    })

    const changes: Record<string, SiweChange> = {
      domain: { domain: 'evil.example' },
      chain: { chainId: 1 },
      nonce: { nonce: 'f'.repeat(64) },
      time: { expirationTime: new Date(Date.now() - 1_000) },
      message: { version: '2' as '1' },
    }
    for (const [fault, change] of Object.entries(changes))
      it(`refuses a message whose ${fault} is wrong`, async () => {
        const account = official('registrar')
        const json =
          fault === 'message'
            ? await signOtherVersion()
            : await makeSignIn(relayer.url, account, change)
        const answer = await hand(json)
        expect(answer.status).to.equal(401)
        expect(answer.body.error).to.equal('SignInRefused')
        expect(answer.body.params).to.deep.equal({ fault })
      })

    /** viem makes none. */
    async function signOtherVersion() {
      const account = official('registrar')
      const right = await makeSignIn(relayer.url, account)
      const message = right.message.replace('Version: 1', 'Version: 2')
      return {
        ...right,
        message,
        signature: await account.signMessage({ message }),
      }
    }

    it('refuses what another account signed, and a nonce again', async () => {
      const { address } = official('registrar')
      const stranger = privateKeyToAccount(keyOf('stranger'))
      const json = await makeSignIn(relayer.url, { ...stranger, address })
      expect((await hand(json)).body.params).to.deep.equal({
        fault: 'signature',
      })
      const good = await makeSignIn(relayer.url, official('registrar'))
      expect((await hand(good)).status).to.equal(201)
      expect((await hand(good)).body.params).to.deep.equal({ fault: 'nonce' })
    })

    it('gives one session for a nonce that comes many times at once', async () => {
      const json = await makeSignIn(relayer.url, official('registrar'))
      const answers = await Promise.all([1, 2, 3, 4].map(() => hand(json)))
      const good = answers.filter(({ status }) => status === 201)
      expect(good).to.have.length(1)
    })

    it('sets a cookie that scripts and other sites do not get', async () => {
      const json = await makeSignIn(relayer.url, official('admin'))
      const answer = await hand({ ...json, keep: 'cookie' })
      expect(answer.body.token).to.equal(null)
      const set = answer.headers.get('set-cookie') ?? ''
      for (const word of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/'])
        expect(set).to.contain(word)
      const [cookie = ''] = set.split(';')
      const { body } = await rolesOf({ headers: { cookie } })
      expect(body.roles).to.deep.equal(['admin'])
      const { db } = relayer.services.database
      const sessions = await db.selectFrom('sessions').selectAll().execute()
      const [, token = ''] = cookie.split('=')
      expect(token).to.match(/^[0-9a-f]{64}$/)
      expect(JSON.stringify(sessions)).not.to.contain(token)
    })

    it('goes by the roles of the moment', async () => {
      const path = `/rounds/${stage.round}/seats`
      const [old, next] = await Promise.all([
        signIn(relayer.url, official('registrar')),
        signIn(relayer.url, official('committee')),
      ])
      const statuses = async () => {
        const answers = await Promise.all(
          [old, next].map((token) => ask(relayer.url, path, { token })),
        )
        return answers.map(({ status }) => status)
      }
      expect(await statuses()).to.deep.equal([200, 403])
      const role = enumNumber(roles, 'registrar')
      const { round } = stage
      await writeRound(stage.actors.registrar, {
        ...{ round, functionName: 'offerRole' },
        args: [role, official('committee').address],
      })
      expect(await statuses()).to.deep.equal([200, 403])
      await writeRound(stage.actors.committee, {
        ...{ round, functionName: 'acceptRole', args: [role] },
      })
      expect(await statuses()).to.deep.equal([403, 200])
    })

    it('forgets who signs out, and who signed in too long ago', async () => {
      const token = await signIn(relayer.url, official('admin'))
      expect((await rolesOf({ token })).status).to.equal(200)
      await ask(relayer.url, '/session', { method: 'DELETE', token })
      expect((await rolesOf({ token })).status).to.equal(401)
      const other = await signIn(relayer.url, official('admin'))
      await relayer.services.database.db
        .updateTable('sessions')
        .set({ expires_at: 1 })
        .execute()
      expect((await rolesOf({ token: other })).body.error).to.equal(
        'NotSignedIn',
      )
    })
  })
