// two relayers with one key and one database
// ├── given calls of both at once → one queue, no nonce twice
// ├── given ballots of both at once → each recorded once
// ├── given what one signed and never sent → the other sends it before its own
// └── given page after page → the next begins before the one before is confirmed
import { expect } from 'chai'
import { encodeFunctionData, type Hash, parseGwei } from 'viem'
import { getTransaction, getTransactionCount } from 'viem/actions'
import { receiptsAbi } from '../../chain/generated/abis.ts'
import { registerRelayer } from '../../chain/registerRelayer.ts'
import { deliveryJournal } from '../../relayer/storage/deliveryJournal.ts'
import { askNode } from './support/askNode.ts'
import { sendBallot } from './support/ballotSenders.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { readRecorded } from './support/recordedBallots.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const kind = databaseKinds.find(({ name }) => name === 'PostgreSQL')
/** Milliseconds between two blocks. */
const blockTime = 200
const confirmations = 4

describe('relayers with one key and one database', function () {
  this.timeout(120_000)
  let stage: ReviewStage
  let database: TestDatabase
  let relayers: RunningRelayer[]

  before(async function () {
    if (!kind?.isHere) {
      console.warn('SKIPPED: PostgreSQL is not installed here.')
      this.skip()
    }
    stage = await openReview({ communities: 6, seats: 2 })
    database = await kind.create()
    const changes = {
      DURE_CONFIRMATIONS: String(confirmations),
      DURE_PAGE_BALLOTS: '2',
    }
    const run = () => runRelayer(stage, database, changes)
    relayers = [await run(), await run()]
    await askNode(stage.url, 'evm_setAutomine', false)
    await askNode(stage.url, 'evm_setIntervalMining', blockTime)
  })
  after(async () => {
    if (!kind?.isHere) return
    for (const relayer of relayers) await relayer.stop()
    await database.drop()
    await kind.end()
    await stage.close()
  })

  const nonceOf = async (hash: Hash) =>
    (await getTransaction(stage.chain.reader, { hash })).nonce
  const nextNonce = (address: `0x${string}`) =>
    getTransactionCount(stage.chain.reader, { address })

  it('take turns, so that no nonce is used twice', async () => {
    const { receipts } = stage.chain
    const calls = relayers.flatMap(({ services: { node } }, index) =>
      [1, 2, 3].map((count) =>
        registerRelayer(node.sender, { receipts, url: `${index} ${count}` }),
      ),
    )
    const done = await Promise.all(calls)
    const nonces = await Promise.all(
      done.map(({ transactionHash }) => nonceOf(transactionHash)),
    )
    const sorted = nonces.toSorted((a, b) => a - b)
    const [first = 0] = sorted
    expect(sorted).to.deep.equal(calls.map((_, index) => first + index))
    const raised = relayers.flatMap(({ lines }) =>
      lines.filter(({ progress }) => progress === 'raised'),
    )
    expect(raised).to.deep.equal([])
  })

  it('record each ballot once, whichever took it', async () => {
    const reviewers = [1, 2, 3, 4]
    for (const reviewer of reviewers)
      await sendBallot(
        relayers[reviewer % 2]?.url ?? '',
        stage.round,
        await stage.makeBallot(reviewer),
      )
    await untilAsync(async () => (await readNumbers()).length >= 4)
    expect(await readNumbers()).to.have.members(reviewers)
  })
  const readNumbers = async () =>
    (await readRecorded(stage.chain.reader, stage.round)).map(
      ({ reviewer }) => reviewer,
    )

  it('send what the other one has only signed before what is new', async () => {
    const [one, other] = relayers
    if (!one || !other) throw new Error('There are not two.')
    await untilIdle(other)
    const { account, database, node } = other.services
    const { receipts } = stage.chain
    const nonce = await nextNonce(account.address)
    const transaction = await account.signTransaction({
      ...{ type: 'eip1559', chainId: node.chainId, nonce, to: receipts },
      ...{ gas: 200_000n, maxFeePerGas: parseGwei('20') },
      maxPriorityFeePerGas: 1n,
      data: encodeFunctionData({
        ...{ abi: receiptsAbi, functionName: 'register', args: ['left'] },
      }),
    })
    await deliveryJournal(database.db).save({
      ...{ act: `0x${'ab'.repeat(32)}`, functionName: 'register', nonce },
      ...{ chainId: node.chainId, from: account.address },
      transactions: [transaction],
    })
    const url = 'new'
    const done = await registerRelayer(other.services.node.sender, {
      ...{ receipts, url },
    })
    expect(await nonceOf(done.transactionHash)).to.equal(nonce + 1)
    await untilIdle(other)
  })
  async function untilIdle({ services: { node } }: RunningRelayer) {
    await untilAsync(async () => (await node.openActs()).size === 0)
  }

  it('begin a page once the one before is in a block', async () => {
    const reviewers = [5, 6, 7, 8]
    const [one] = relayers
    const before = relayers.map(({ lines }) => lines.length)
    const ballots = await Promise.all(
      reviewers.map((reviewer) => stage.makeBallot(reviewer)),
    )
    // Confirmed much later than the next page takes, on a busy machine, too.
    await askNode(stage.url, 'evm_setIntervalMining', 5 * blockTime)
    await Promise.all(
      ballots.map((ballot) => sendBallot(one?.url ?? '', stage.round, ballot)),
    )
    await untilAsync(async () => (await readNumbers()).length >= 8)
    await Promise.all(relayers.map(untilIdle))
    await untilAsync(() => Promise.resolve(casts().length >= 2))
    const said = casting().map(({ event, progress }) => progress ?? event)
    expect(said.indexOf('sent', 1)).to.be.below(said.indexOf('cast'))
    // On a busy machine they come apart, in more pages than two.
    const sent = said.filter((word) => word === 'sent')
    expect(sent).to.have.lengthOf.within(2, reviewers.length)
    expect(await readNumbers()).to.have.lengthOf(8)

    function casting() {
      return relayers.flatMap(({ lines }, index) =>
        lines
          .slice(before[index])
          .filter(
            ({ event, function: called }) =>
              event === 'cast' || called === 'castBallots',
          ),
      )
    }
    function casts() {
      return casting().filter(({ event }) => event === 'cast')
    }
  })
})
