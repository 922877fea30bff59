// sending with delivery, on each node
// ├── when a block comes for each transaction → a receipt, nothing left in the journal
// ├── given two calls at once → two nonces in a row
// ├── given the same call twice at once → one transaction
// ├── when a reorganisation of 5 blocks drops it → the same bytes again
// ├── when somebody else did it in the new blocks → OvertakenError
// ├── when the base fee rises → a replacement, both fees an eighth higher
// ├── when fees may not rise as far → StuckError, kept
// ├── when the answer to the sending gets lost → one transaction
// ├── when connections break all the time → one transaction
// ├── given a process that ends after sending → the next one gets the receipt
// ├── given one whose act fell out since → the next one sends it again
// ├── given a process that ends before sending → the next one sends it first
// ├── when another program uses the nonce → NonceUsedError, nothing kept
// ├── given a node of another chain → WrongChainError, nothing sent
// ├── given a node with an old block → NodeBehindError, nothing sent
// ├── given a refusal → RefusedError, nothing sent
// └── given an account without ether → RejectedError, nothing kept
import { expect } from 'chai'
import { type Address, keccak256, parseGwei, parseTransaction } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  NodeBehindError,
  WrongChainError,
} from '../../chain/delivery/checkNode.ts'
import {
  NonceUsedError,
  OvertakenError,
  RejectedError,
  StuckError,
} from '../../chain/delivery/errors.ts'
import { systemClock } from '../../chain/delivery/settings.ts'
import { sendCall } from '../../chain/sendCall.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import { fileJournal } from '../../cli/journal.ts'
import { inTemporaryFolder } from '../cli/inTemporaryFolder.ts'
import { expectRejection } from '../protocol/expectRejection.ts'
import {
  type DroppingProxy,
  startDroppingProxy,
} from './support/droppingProxy.ts'
import { deployMarks, markCall } from './support/marks.ts'
import { describeOnNodes } from './support/onNodes.ts'
import { prepareReorganisation } from './support/reorganise.ts'
import {
  createSender,
  fundedKey,
  type Sender,
  type SenderOptions,
} from './support/sender.ts'
import { type StartedNode, startNode } from './support/startNode.ts'

describeOnNodes('sending with delivery', function (kind) {
  this.timeout(60_000)
  const folder = inTemporaryFolder()
  let node: StartedNode
  let proxy: DroppingProxy
  let marks: Address
  let lastKey = 0n

  before(async () => {
    node = await startNode({ kind, mining: 'none' })
    proxy = await startDroppingProxy(node.url)
    marks = await deployMarks(node)
  })

  after(async () => {
    await proxy.close()
    await node.stop()
  })

  afterEach(() => node.setMining('none'))

  /** A call that nobody has made yet. */
  const newCall = () => markCall(marks, ++lastKey)
  const newSender = async (options: SenderOptions = {}) =>
    createSender(node, { key: await fundedKey(node), ...options })
  const mine = (blocks: number) => node.client.mine({ blocks })
  async function mineDuring<result>(work: Promise<result>): Promise<result> {
    const mining = setInterval(() => void mine(1), 100)
    return work.finally(() => {
      clearInterval(mining)
    })
  }

  async function expectSentOnce(sender: Sender): Promise<void> {
    expect(await sender.transactionCount()).to.equal(1)
    expect(await sender.journal.load()).to.deep.equal([])
  }

  it('answers the receipt, and keeps nothing', async () => {
    await node.setMining('auto')
    const sender = await newSender({ pace: { confirmations: 1 } })
    const receipt = await sendCall(sender.client, newCall())
    expect(receipt.status).to.equal('success')
    expect(sender.namesOf()).to.deep.equal(['sent', 'included'])
    await expectSentOnce(sender)
  })

  it('waits for so many blocks', async () => {
    const sender = await newSender({ pace: { confirmations: 3 } })
    let isDone = false
    const sending = sendCall(sender.client, newCall()).then(() => {
      isDone = true
    })
    await sender.hasReported('sent')
    await mine(2)
    await sender.hasReported('included')
    expect(isDone).to.equal(false)
    await mine(1)
    await sending
  })

  it('gives calls at the same time nonces in a row', async () => {
    await node.setMining('interval')
    const sender = await newSender({ pace: { confirmations: 1 } })
    const calls = [newCall(), newCall(), newCall()]
    const receipts = await Promise.all(
      calls.map((call) => sendCall(sender.client, call)),
    )
    const hashes = receipts.map(({ transactionHash }) => transactionHash)
    expect(new Set(hashes)).to.have.lengthOf(3)
    expect(await sender.transactionCount()).to.equal(3)
  })

  it('makes one transaction of equal calls at the same time', async () => {
    const sender = await newSender({ pace: { confirmations: 1 } })
    const call = newCall()
    const sending = Promise.all([
      sendCall(sender.client, call),
      sendCall(sender.client, call),
    ])
    await sender.hasReported('sent')
    await mine(1)
    const [first, second] = await sending
    expect(first.transactionHash).to.equal(second.transactionHash)
    await expectSentOnce(sender)
  })

  describe('when a reorganisation drops five blocks', () => {
    it('sends the same bytes again', async () => {
      const sender = await newSender()
      const reorganise = await prepareReorganisation(node)
      const sending = sendCall(sender.client, newCall())
      await sender.hasReported('sent')
      await mine(5)
      await sender.hasReported('included')
      await reorganise()
      await sender.hasReported('sent', 2)
      await mine(6)
      const receipt = await sending
      expect(receipt.status).to.equal('success')
      expect(sender.namesOf()).to.deep.equal([
        'sent',
        'included',
        'dropped',
        'sent',
        'included',
      ])
      const [sent, , , again] = sender.events
      expect(sent?.delivery).to.deep.equal(again?.delivery)
      await expectSentOnce(sender)
    })

    it('says that somebody else has done it since', async () => {
      const sender = await newSender({ url: proxy.url })
      const other = await newSender({ pace: { confirmations: 1 } })
      const call = newCall()
      const reorganise = await prepareReorganisation(node)
      const sending = sendCall(sender.client, call)
      const refusal = expectRejection(sending, OvertakenError)
      await sender.hasReported('sent')
      await mine(5)
      await sender.hasReported('included')
      proxy.cut(Number.POSITIVE_INFINITY)
      await reorganise()
      const overtaking = sendCall(other.client, call)
      await other.hasReported('sent')
      await mine(1)
      await overtaking
      proxy.cut(0)
      await sender.hasReported('sent', 2)
      await mine(6)
      const error = await refusal
      expect(error.functionName).to.equal('mark')
      expect(error.cause).to.be.instanceOf(RefusedError)
      await expectSentOnce(sender)
    })
  })

  describe('when the base fee rises', () => {
    async function mineAtBaseFee(fee: '1' | '40'): Promise<void> {
      const baseFeePerGas = parseGwei(fee)
      await node.client.setNextBlockBaseFeePerGas({ baseFeePerGas })
      await mine(1)
    }

    beforeEach(() => mineAtBaseFee('1'))

    it('replaces it at the same nonce, with higher fees', async () => {
      const sender = await newSender({
        pace: { confirmations: 1, patience: 0.2 },
      })
      const sending = sendCall(sender.client, newCall())
      await sender.hasReported('sent')
      await mineAtBaseFee('40')
      await sender.hasReported('raised')
      await sender.hasReported('sent', 2)
      await mine(1)
      const { transactionHash } = await sending
      const last = sender.events.at(-1)?.delivery.transactions ?? []
      const latest = last.at(-1) ?? '0x'
      expect(transactionHash).to.equal(keccak256(latest))
      const [before, after] = [last[0] ?? '0x', latest].map((bytes) =>
        parseTransaction(bytes),
      )
      for (const name of ['maxFeePerGas', 'maxPriorityFeePerGas'] as const)
        expect(after?.[name]).to.satisfy(
          (fee: bigint) => fee * 8n >= (before?.[name] ?? 0n) * 9n,
        )
      expect(after).to.deep.include({ nonce: before?.nonce, to: before?.to })
      expect(after?.data).to.equal(before?.data)
      await expectSentOnce(sender)
    })

    it('gives up at the highest fee, and goes on when told to', async () => {
      const key = await fundedKey(node)
      const pace = { confirmations: 1, patience: 0.1, giveUpAfter: 1 }
      const settings = { highestFeePerGas: parseGwei('5') }
      const sender = createSender(node, { key, pace, settings })
      const call = newCall()
      const sending = sendCall(sender.client, call)
      const refusal = expectRejection(sending, StuckError)
      await sender.hasReported('sent')
      await mineAtBaseFee('40')
      const { delivery } = await refusal
      expect(await sender.journal.load()).to.deep.equal([delivery])
      await mineAtBaseFee('1')
      const { journal } = sender
      const next = createSender(node, { key, journal, settings })
      const { transactionHash } = await mineDuring(sendCall(next.client, call))
      expect(delivery.transactions.map((bytes) => keccak256(bytes))).to.include(
        transactionHash,
      )
      await expectSentOnce(next)
    })
  })

  describe('when the connection breaks', () => {
    it('sends once although the answer gets lost', async () => {
      const sender = await newSender({
        url: proxy.url,
        pace: { confirmations: 1 },
      })
      proxy.loseAnswers('eth_sendRawTransaction', 1)
      const sending = sendCall(sender.client, newCall())
      await sender.hasReported('sent')
      await mine(1)
      expect((await sending).status).to.equal('success')
      await expectSentOnce(sender)
    })

    it('sends once although the answer gets lost and it is included', async () => {
      await node.setMining('auto')
      const sender = await newSender({
        url: proxy.url,
        pace: { confirmations: 1 },
      })
      proxy.loseAnswers('eth_sendRawTransaction', 1)
      const receipt = await sendCall(sender.client, newCall())
      expect(receipt.status).to.equal('success')
      await expectSentOnce(sender)
    })

    it('goes on as soon as the node is back', async () => {
      const sender = await newSender({
        url: proxy.url,
        pace: { confirmations: 2 },
      })
      const sending = sendCall(sender.client, newCall())
      await sender.hasReported('sent')
      proxy.cut(10)
      await mine(2)
      expect((await sending).status).to.equal('success')
      await expectSentOnce(sender)
    })
  })

  describe('when the process ends', () => {
    /** Stops at the first wait, as a process that is killed there. */
    async function sendAndDie(sender: Sender, key: bigint): Promise<void> {
      const killed = new Error('killed')
      const error = await expectRejection(
        sendCall(sender.client, markCall(marks, key)),
        Error,
      )
      expect(error.message).to.equal(killed.message)
    }
    const dying = {
      clock: {
        now: () => systemClock.now(),
        wait: () => Promise.reject(new Error('killed')),
      },
    }

    it('gets the receipt of what the earlier one has sent', async () => {
      const key = await fundedKey(node)
      const journal = fileJournal(folder.pathOf('sent'))
      const mark = ++lastKey
      await sendAndDie(
        createSender(node, { key, journal, settings: dying }),
        mark,
      )
      await mine(1)
      const sender = createSender(node, {
        key,
        journal: fileJournal(folder.pathOf('sent')),
        pace: { confirmations: 1 },
      })
      const receipt = await sendCall(sender.client, markCall(marks, mark))
      expect(receipt.status).to.equal('success')
      await expectSentOnce(sender)
    })

    it('sends again what the earlier one has sent, once that fell out', async () => {
      const key = await fundedKey(node)
      const journal = fileJournal(folder.pathOf('fallen'))
      const mark = ++lastKey
      const reorganise = await prepareReorganisation(node)
      await sendAndDie(
        createSender(node, { key, journal, settings: dying }),
        mark,
      )
      await mine(1)
      const sender = createSender(node, {
        ...{ key, journal, pace: { confirmations: 1 } },
      })
      await mineDuring(sendCall(sender.client, newCall()))
      await reorganise()
      const { blockHash } = await mineDuring(
        sendCall(sender.client, markCall(marks, mark)),
      )
      const { client } = node
      expect((await client.getBlock({ blockHash })).hash).to.equal(blockHash)
      expect(await journal.load()).to.deep.equal([])
    })

    it('first sends what the earlier one had only signed', async () => {
      const key = await fundedKey(node)
      const journal = fileJournal(folder.pathOf('signed'))
      const mark = ++lastKey
      const cutting = {
        ...journal,
        save: async (delivery: Parameters<typeof journal.save>[0]) => {
          await journal.save(delivery)
          proxy.cut(20)
        },
      }
      await sendAndDie(
        createSender(node, {
          key,
          journal: cutting,
          url: proxy.url,
          settings: dying,
        }),
        mark,
      )
      proxy.cut(0)
      const sender = createSender(node, {
        key,
        journal,
        pace: { confirmations: 1 },
      })
      const sending = sendCall(sender.client, newCall())
      await sender.hasReported('sent')
      await mine(1)
      await sender.hasReported('caughtUp')
      await sender.hasReported('sent', 2)
      await mine(1)
      expect((await sending).status).to.equal('success')
      expect(await sender.transactionCount()).to.equal(2)
      expect(await journal.load()).to.deep.equal([])
    })
  })

  it('says that another program has used the nonce', async () => {
    const key = await fundedKey(node)
    const sender = createSender(node, { key, pace: { confirmations: 2 } })
    const sending = sendCall(sender.client, newCall())
    const refusal = expectRejection(sending, NonceUsedError)
    await sender.hasReported('sent')
    const other = privateKeyToAccount(key)
    const fee = parseGwei('200')
    const serializedTransaction = await other.signTransaction({
      type: 'eip1559',
      chainId: 31_337,
      nonce: 0,
      to: other.address,
      gas: 21_000n,
      maxFeePerGas: fee,
      maxPriorityFeePerGas: fee,
    })
    await node.client.sendRawTransaction({ serializedTransaction })
    const { delivery } = await mineDuring(refusal)
    expect(delivery).to.deep.include({ nonce: 0, from: sender.address })
    await expectSentOnce(sender)
  })

  it('refuses a node of another chain', async () => {
    const sender = await newSender({ chainId: 11_155_111 })
    const error = await expectRejection(
      sendCall(sender.client, newCall()),
      WrongChainError,
    )
    expect(error).to.deep.include({ expected: 11_155_111, actual: 31_337 })
    expect(sender.events).to.deep.equal([])
  })

  it('refuses a node whose latest block is old', async () => {
    const { timestamp } = await node.client.getBlock()
    const clock = { ...systemClock, now: () => Number(timestamp) + 301 }
    const sender = await newSender({
      pace: { maxHeadAge: 300 },
      settings: { clock },
    })
    const error = await expectRejection(
      sendCall(sender.client, newCall()),
      NodeBehindError,
    )
    expect(error.now - error.blockTime).to.equal(301)
    expect(sender.events).to.deep.equal([])
  })

  it('sends nothing that would be refused', async () => {
    await node.setMining('auto')
    const sender = await newSender({ pace: { confirmations: 1 } })
    const call = newCall()
    await sendCall(sender.client, call)
    const error = await expectRejection(
      sendCall(sender.client, call),
      RefusedError,
    )
    expect(error.errorName).to.equal('Marks_Marked')
    await expectSentOnce(sender)
  })

  it('keeps nothing that the node does not take', async () => {
    const sender = createSender(node)
    await expectRejection(sendCall(sender.client, newCall()), RejectedError)
    expect(await sender.journal.load()).to.deep.equal([])
  })
})
