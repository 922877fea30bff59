// ballots of a seat whose key is a contract wallet (ERC-1271)
// ├── given one its owner signed → received without a receipt, and recorded
// ├── given one that a stranger signed → Round_BadSignature, nothing kept
// └── when the wallet changes its mind in between → skipped alone, with its reason
import { expect } from 'chai'
import type { Address } from 'viem'
import { readRound } from '../../chain/readRound.ts'
import { ask } from './support/asker.ts'
import type { BallotChange } from './support/ballotMaker.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { deploySafe, type Safe, safeEnroller } from './support/safe.ts'
import { untilAsync } from './support/untilAsync.ts'

const [kind] = databaseKinds
/** Seats; 4 has an account. */
const seats = { recorded: 1, stranger: 2, fickle: 3, account: 4 }
/** Contract code that reverts whatever it is asked. */
const refusing = '0x5f5ffd'

describe('relayer, contract wallets', function () {
  this.timeout(180_000)
  const safes = new Map<number, Safe>()
  let stage: ReviewStage
  let database: TestDatabase
  let relayer: RunningRelayer

  before(async () => {
    stage = await openReview(
      { communities: 6, seats: 2 },
      { ballotLimit: 3 },
      async ({ actors }) => {
        const { recorded, stranger, fickle } = seats
        const keys = new Map<number, Address>()
        for (const seat of [recorded, stranger, fickle]) {
          const safe = await deploySafe(actors.registrar, `owner ${seat}`)
          safes.set(seat, safe)
          keys.set(seat, safe.address)
        }
        return keys
      },
    )
    database = await kind!.create()
    relayer = await runRelayer(stage, database)
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await kind!.end()
    await stage.close()
  })

  const path = () => `/rounds/${stage.round}/ballots`

  async function send(reviewer: number, change: BallotChange = {}) {
    const json = { ballot: await stage.makeBallot(reviewer, change) }
    return ask(relayer.url, path(), { method: 'POST', json })
  }
  /** By the wallet of one seat, for another or the same. */
  function sendBySafe(reviewer: number, owner = reviewer) {
    const safe = safes.get(owner)
    if (!safe) throw new Error(`Seat ${owner} has no wallet.`)
    const address = safes.get(reviewer)?.address ?? safe.address
    const { sign } = safeEnroller({ ...safe, address })
    return send(reviewer, { sign: (digest) => sign(digest) })
  }
  const lastVersion = (reviewer: number) =>
    readRound(stage.chain.reader, {
      round: stage.round,
      functionName: 'lastVersion',
      args: [BigInt(reviewer)],
    })
  async function ballotsOf(reviewer: number) {
    const { body } = await ask(relayer.url, `${path()}/${reviewer}`)
    return (body['ballots'] ?? []) as { state: string; reason: string | null }[]
  }

  it('takes it without a receipt, and casts it', async () => {
    const { body, status } = await sendBySafe(seats.recorded)
    expect([status, body['receipt']]).to.deep.equal([201, null])
    await untilAsync(async () => (await lastVersion(seats.recorded)) === 1)
  })

  it('refuses one that a stranger signed, and keeps nothing', async () => {
    const { body, status } = await sendBySafe(seats.stranger, seats.recorded)
    expect([status, body['error']]).to.deep.equal([422, 'Round_BadSignature'])
    expect(await ballotsOf(seats.stranger)).to.deep.equal([])
  })

  it('loses no other where the wallet changes its mind', async () => {
    await relayer.stop()
    const slow = { DURE_PAGE_SECONDS: '80000' }
    relayer = await runRelayer(stage, database, slow)
    expect((await sendBySafe(seats.fickle)).status).to.equal(201)
    expect((await send(seats.account)).status).to.equal(201)
    await relayer.stop()
    const params = [safes.get(seats.fickle)?.address, refusing]
    await stage.chain.reader.request({
      method: 'hardhat_setCode',
      params,
    } as never)
    relayer = await runRelayer(stage, database)
    await untilAsync(async () => (await lastVersion(seats.account)) === 1)
    await untilAsync(async () => {
      const [ballot] = await ballotsOf(seats.fickle)
      return ballot?.state === 'skipped'
    })
    const [ballot] = await ballotsOf(seats.fickle)
    expect(ballot?.reason).to.equal('Round_BadSignature')
    expect(await lastVersion(seats.fickle)).to.equal(0)
  })
})
