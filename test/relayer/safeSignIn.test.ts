// a contract wallet (ERC-1271) as registrar, at a relayer
// ├── its owner signs for it → in, and the role is its own
// ├── somebody who is no owner; its owner for another chain, for another wallet → refused
// ├── what signed in once, again → refused
// ├── the owner is taken out before it is handed in → refused
// └── the owner is taken out of a wallet that is in → out at the next request
import { expect } from 'chai'
import { type Address, encodeFunctionData } from 'viem'
import { enumNumber, roles } from '../../chain/enums.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { app, ask, makeSignIn, signIn } from './support/asker.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { type EnrolmentStage, openEnrolment } from './support/openEnrolment.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import {
  deploySafe,
  executeBySafe,
  removeOwner,
  type Safe,
  safeAccount,
} from './support/safe.ts'

const [kind] = databaseKinds

describe('a Safe as registrar, at a relayer', function () {
  this.timeout(240_000)
  let stage: EnrolmentStage
  let database: TestDatabase
  let relayer: RunningRelayer
  let safe: Safe

  before(async () => {
    stage = await openEnrolment()
    database = await kind!.create()
    relayer = await runRelayer(stage, database, { DURE_APP: app })
    safe = await deploySafe(stage.actors.relayer, 'owner')
    await handOver(safe.address)
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await kind!.end()
    await stage.close()
  })

  async function handOver(to: Address): Promise<void> {
    const { actors, round } = stage
    const role = enumNumber(roles, 'registrar')
    await writeRound(actors.registrar, {
      ...{ round, functionName: 'offerRole', args: [role, to] },
    })
    const data = encodeFunctionData({
      ...{ abi: roundAbi, functionName: 'acceptRole', args: [role] },
    })
    await executeBySafe(actors.relayer, safe, { to: round, data })
  }

  const seats = (token: string) =>
    ask(relayer.url, `/rounds/${stage.round}/seats`, { token })
  const hand = (json: unknown) =>
    ask(relayer.url, '/session', { method: 'POST', json })
  async function faultOf(account: ReturnType<typeof safeAccount>) {
    const { body, status } = await hand(await makeSignIn(relayer.url, account))
    expect(status).to.equal(401)
    return (body['params'] as { fault: string }).fault
  }

  it('does the registrar’s work once its owner has signed', async () => {
    const token = await signIn(relayer.url, safeAccount(safe))
    expect((await seats(token)).status).to.equal(200)
  })

  it('is not spoken for by others, elsewhere or by another wallet', async () => {
    const stranger = { ...safe, secrets: [new Uint8Array(32).fill(7)] }
    expect(await faultOf(safeAccount(stranger))).to.equal('signature')
    expect(await faultOf(safeAccount(safe, 1))).to.equal('signature')
    // Same owner, other wallet: what is signed names the wallet.
    const other = await deploySafe(stage.actors.relayer, 'owner')
    const { signMessage } = safeAccount(other)
    const { address } = safe
    expect(await faultOf({ address, signMessage })).to.equal('signature')
  })

  it('signs in once by what was signed once', async () => {
    const json = await makeSignIn(relayer.url, safeAccount(safe))
    expect((await hand(json)).status).to.equal(201)
    const { body } = await hand(json)
    expect(body['params']).to.deep.equal({ fault: 'nonce' })
  })

  it('is out as soon as the owner who signed is one no more', async () => {
    const token = await signIn(relayer.url, safeAccount(safe))
    const late = await makeSignIn(relayer.url, safeAccount(safe))
    expect((await seats(token)).status).to.equal(200)
    await removeOwner(stage.chain.reader, safe)
    const { body, status } = await seats(token)
    expect([status, body['error']]).to.deep.equal([401, 'NotSignedIn'])
    const refused = await hand(late)
    expect(refused.body['params']).to.deep.equal({ fault: 'signature' })
  })
})
