// the commands that send, on each node
// ├── when a reorganisation of 5 blocks drops what they sent
// │   └── cast, open, rank → sent again, exit 0, once on the chain
// ├── given a transaction that gets into no block
// │   ├── cast --send, rank → exit 2, kept; given again → exit 0, nothing new is sent
// │   └── cast of an own ballot, given again → exit 2: one ballot is recorded
// ├── given a node that changes its chain → WrongChainError, exit 2, nothing sent
// └── given a node whose blocks are old → NodeBehindError, exit 2, nothing sent
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { type Hex, numberToHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import {
  NodeBehindError,
  WrongChainError,
} from '../../chain/delivery/checkNode.ts'
import { StuckError } from '../../chain/delivery/errors.ts'
import { type Journal, memoryJournal } from '../../chain/delivery/journal.ts'
import { readRound } from '../../chain/readRound.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import { inTemporaryFolder } from '../cli/inTemporaryFolder.ts'
import { type CommandRun, runCommand } from '../cli/support/runCommand.ts'
import {
  type DroppingProxy,
  startDroppingProxy,
} from './support/droppingProxy.ts'
import { describeOnNodes, describeWithAnvil } from './support/onNodes.ts'
import { prepareReorganisation } from './support/reorganise.ts'
import { type ReviewRound, startReview } from './support/reviewRound.ts'
import { fundedKey, until } from './support/sender.ts'
import { type StartedNode, startNode } from './support/startNode.ts'

const receipts = 'eth_getTransactionReceipt'

describeOnNodes('commands that send', function (kind) {
  this.timeout(180_000)
  const folder = inTemporaryFolder()
  let node: StartedNode
  let proxy: DroppingProxy
  let review: ReviewRound
  let key: Hex
  let journal: Journal

  before(async () => {
    node = await startNode({ kind, mining: 'auto' })
    proxy = await startDroppingProxy(node.url)
    review = await startReview(node)
    key = await fundedKey(node)
  })

  beforeEach(async () => {
    journal = memoryJournal()
    await node.setMining('none')
  })

  afterEach(() => {
    proxy.beHonest()
  })

  after(async () => {
    await review.close()
    await proxy.close()
    await node.stop()
  })

  const actWith = (KEY: Hex, words: readonly string[]) =>
    runCommand(
      [
        ...[...words, '--rpc', proxy.url, '--round', review.round],
        ...['--key', 'env:KEY', '--yes', '--json'],
      ],
      { env: { KEY }, journal },
    )
  const act = (...words: string[]) => actWith(key, words)
  const actAsReviewer = (reviewer: number, ...words: string[]) =>
    actWith(review.keyOf(reviewer), ['cast', '--no-keep', ...words])
  const mine = (blocks: number) => node.client.mine({ blocks })
  const sentBy = (sender: Hex) => {
    const { address } = privateKeyToAccount(sender)
    return node.client.getTransactionCount({ address })
  }
  const recorded = async () => {
    const call = { round: review.round, args: [] } as const
    const counts = { ...call, functionName: 'ballotCounts' } as const
    const [, cast, settled] = await readRound(node.client, counts)
    return { cast: Number(cast), settled: Number(settled) }
  }
  async function seal(reviewer: number): Promise<string> {
    const file = folder.pathOf(`${reviewer}.json`)
    const scores = ['--scores', '1,2,3', '--seal-only', file]
    const { code, stderr } = await actAsReviewer(reviewer, ...scores)
    expect(code, stderr).to.equal(0)
    return file
  }
  async function mineDuring<result>(work: Promise<result>): Promise<result> {
    const mining = setInterval(() => void mine(1), 200)
    return work.finally(() => {
      clearInterval(mining)
    })
  }

  /** It stands in a block for five blocks, which then go. */
  async function reorganiseUnder(...words: string[]): Promise<CommandRun> {
    const before = await sentBy(key)
    const reorganise = await prepareReorganisation(node)
    const running = act(...words, '--confirmations', '6')
    await waiting(key, before + 1)
    const seen = proxy.answered(receipts)
    await mine(5)
    await until(() => proxy.answered(receipts) > seen)
    await reorganise()
    const run = await mineDuring(running)
    expect(run.code, run.stderr).to.equal(0)
    expect(run.stderr).to.include('A reorganisation dropped')
    expect(await sentBy(key)).to.equal(before + 1)
    expect(await journal.load()).to.deep.equal([])
    return run
  }

  /** Until the node holds a transaction of this account for the next block. */
  async function waiting(sender: Hex, count: number): Promise<void> {
    const { address } = privateKeyToAccount(sender)
    const blockTag = 'pending'
    const counted = { address, blockTag } as const
    while ((await node.client.getTransactionCount(counted)) < count)
      await wait(20)
  }

  async function getStuck(...words: string[]): Promise<void> {
    const run = await act(...words, '--give-up-after', '1')
    expect(run.error).to.be.instanceOf(StuckError)
    expect(run.code).to.equal(2)
    expect(run.stdout).to.equal('')
    expect(await journal.load()).to.have.length(1)
  }

  /** The same again: it is seen through, and no other one is sent. */
  async function goOn(...words: string[]): Promise<CommandRun> {
    const before = await sentBy(key)
    const run = await mineDuring(act(...words))
    expect(run.code, run.stderr).to.equal(0)
    expect(await sentBy(key)).to.equal(before + 1)
    expect(await journal.load()).to.deep.equal([])
    return run
  }

  describe('cast', () => {
    it('sends again what a reorganisation dropped', async () => {
      const files = [await seal(1), await seal(2)]
      const run = await reorganiseUnder('cast', '--send', ...files)
      expect(JSON.parse(run.stdout)).to.deep.include({
        ballots: 2,
        skipped: [],
      })
      expect(await recorded()).to.include({ cast: 2 })
    })

    it('goes on with what got into no block', async () => {
      const words = ['cast', '--send', await seal(3)]
      await getStuck(...words)
      const run = await goOn(...words)
      expect(JSON.parse(run.stdout)).to.deep.include({
        ballots: 1,
        skipped: [],
      })
      expect(await recorded()).to.include({ cast: 3 })
    })

    it('records one ballot of a reviewer who casts again', async () => {
      const reviewer = review.keyOf(4)
      const { address } = privateKeyToAccount(reviewer)
      await node.client.setBalance({ address, value: 10n ** 18n })
      const words = [4, '--scores', '3,2,1'] as const
      const stuck = await actAsReviewer(...words, '--give-up-after', '1')
      expect(stuck.error).to.be.instanceOf(StuckError)
      const looks = proxy.answered('eth_getTransactionCount')
      const running = actAsReviewer(...words)
      await until(() => proxy.answered('eth_getTransactionCount') > looks)
      const again = await mineDuring(running)
      expect(again.code).to.equal(2)
      expect(again.error).to.be.instanceOf(RefusedError)
      const { errorName } = again.error as RefusedError
      expect(errorName).to.equal('Round_BallotSuperseded')
      expect(await sentBy(reviewer)).to.equal(1)
      expect(await recorded()).to.include({ cast: 4 })
      expect(await journal.load()).to.deep.equal([])
    })

    it('sends nothing to a node that changed its chain', async () => {
      const file = await seal(5)
      const before = await sentBy(key)
      // Asked when connecting, for the round, and before sending.
      proxy.lie('eth_chainId', numberToHex(1), 2)
      const run = await act('cast', '--send', file)
      expect(run.error).to.be.instanceOf(WrongChainError)
      expect(run.code).to.equal(2)
      expect(await journal.load()).to.deep.equal([])
      expect(await sentBy(key)).to.equal(before)
    })
  })

  describe('open', () => {
    before(async () => {
      await node.setMining('auto')
      await review.releaseKey()
    })

    it('sends again what a reorganisation dropped', async () => {
      const run = await reorganiseUnder('open')
      expect(JSON.parse(run.stdout)).to.include({ counted: 4, settled: 4 })
      expect(await recorded()).to.deep.equal({ cast: 4, settled: 4 })
    })
  })

  describe('rank', () => {
    before(() => review.chain.advanceTo(review.rules.times.openUntil + 1))

    it('goes on with what got into no block', async () => {
      const id = await node.client.snapshot()
      await getStuck('rank')
      const run = await goOn('rank')
      const { first, second } = JSON.parse(run.stdout) as Ranking
      expect([...first, ...second].toSorted()).to.deep.equal([1, 2, 3, 4, 5, 6])
      await node.client.revert({ id })
    })

    it('sends again what a reorganisation dropped', async () => {
      const run = await reorganiseUnder('rank')
      const { transactions } = JSON.parse(run.stdout) as Ranking
      expect(transactions).to.have.length(1)
    })
  })
})

type Ranking = {
  first: number[]
  second: number[]
  transactions: readonly unknown[]
}

describeWithAnvil('commands at a node that is behind', function () {
  this.timeout(60_000)
  const folder = inTemporaryFolder()
  /** Says that every round is in its first phase, and takes everything. */
  const code = '0x5f5f5260205ff3'
  const round = '0x00000000000000000000000000000000000d0e11'
  const sepolia = 11_155_111
  let node: StartedNode

  before(async () => {
    const genesisTime = 1_700_000_000
    const rules = { chainId: sepolia, genesisTime }
    node = await startNode({ kind: 'anvil', mining: 'none', ...rules })
    await node.client.setCode({ address: round, bytecode: code })
  })

  after(() => node.stop())

  it('send nothing', async () => {
    const document = JSON.stringify({ random: 'ef'.repeat(16) })
    const reason = await folder.write('reason.json', document)
    const journal = memoryJournal()
    const KEY = generatePrivateKey()
    const { address } = privateKeyToAccount(KEY)
    await node.client.setBalance({ address, value: 10n ** 18n })
    const words = ['cancel', '--reason', reason, '--key', 'env:KEY', '--yes']
    const at = ['--rpc', node.url, '--round', round]
    const run = await runCommand([...words, ...at], { env: { KEY }, journal })
    expect(run.error).to.be.instanceOf(NodeBehindError)
    expect(run.code).to.equal(2)
    expect(await journal.load()).to.deep.equal([])
    const blockTag = 'pending'
    const sent = await node.client.getTransactionCount({ address, blockTag })
    expect(sent).to.equal(0)
  })
})
