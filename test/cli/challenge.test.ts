// dure challenge
// ├── given a file that is not there, no JSON or no receipt → ReceiptFileError
// ├── given a receipt of another chain → OtherChainError
// ├── given a receipt of an address without receipts → NoReceiptsError
// ├── without --yes and without a terminal → UsageError, nothing recorded
// ├── given --dry-run → nothing recorded
// ├── given a promise that is not due → RefusedError, in words
// ├── given a changed receipt → RefusedError, in words
// ├── given --yes → recorded; --json tells the count and the transaction
// └── given the same receipt again → RefusedError, in words
import { expect } from 'chai'
import type { Address } from 'viem'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { registerRelayer } from '../../chain/registerRelayer.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import {
  NoReceiptsError,
  OtherChainError,
} from '../../cli/challenge/checkReceipts.ts'
import { ReceiptFileError } from '../../cli/challenge/readReceiptFile.ts'
import { UsageError } from '../../cli/usageError.ts'
import type { Receipt } from '../../protocol/receipt/receipt.ts'
import {
  type ReceiptFile,
  toReceiptFile,
} from '../../protocol/receipt/receiptFile.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'
import { type CommandChain, startCommandChain } from './support/commandChain.ts'
import { makeRound } from './support/makeRound.ts'
import { runCommand, runForJson } from './support/runCommand.ts'
import { signedReceipt } from './support/signedReceipt.ts'

describe('dure challenge', function () {
  this.timeout(60_000)
  const folder = inTemporaryFolder()
  let served: CommandChain
  let round: Address

  before(async () => {
    served = await startCommandChain(['admin', 'relayer', 'anyone'])
    round = await makeRound(served)
    await registerRelayer(
      served.chain.sender(served.person('relayer').address),
      { receipts: served.chain.receipts, url: 'https://relayer.example' },
    )
  })

  after(() => served.chain.close())

  const write = async (
    change: Partial<ReceiptFile> = {},
    promise: Partial<Receipt> = {},
  ) => {
    const signed = await signedReceipt(served, 'relayer', { round, ...promise })
    const content = { ...toReceiptFile(signed), ...change }
    return folder.write('receipt.json', JSON.stringify(content))
  }
  const challenge = (file: string) => [
    ...['challenge', file, '--rpc', served.url, '--key', 'env:KEY'],
  ]
  const setting = () => ({ env: served.person('anyone').env })
  const recorded = async () => {
    const { reader, receipts } = served.chain
    const relayer = served.person('relayer').address
    const record = await getRelayerRecord(reader, { receipts, relayer })
    return record.brokenPromises
  }

  it('refuses a file that is no receipt', async () => {
    const files = [
      'nowhere.json',
      await folder.write('text.json', 'a receipt'),
      await folder.write('list.json', '[]'),
      await folder.write('null.json', 'null'),
      await write({ signature: '0x' }),
    ]
    for (const file of files) {
      const run = await runCommand(challenge(file), setting())
      expect(run.error).to.be.instanceOf(ReceiptFileError)
      expect(run.code).to.equal(2)
    }
  })

  it('refuses a receipt of another chain', async () => {
    const file = await write({ chainId: 1 })
    const run = await runCommand(challenge(file), setting())
    expect(run.error).to.be.instanceOf(OtherChainError)
  })

  it('refuses a receipt of an address without receipts', async () => {
    for (const receipts of [round, served.person('admin').address]) {
      const file = await write({ receipts })
      const run = await runCommand(challenge(file), setting())
      expect(run.error).to.be.instanceOf(NoReceiptsError)
    }
  })

  it('refuses to go on when there is nobody to ask', async () => {
    const run = await runCommand(challenge(await write()), setting())
    expect(run.error).to.be.instanceOf(UsageError)
    expect(run.stderr).to.include('https://relayer.example')
    expect(await recorded()).to.equal(0)
  })

  it('records nothing in a dry run', async () => {
    const args = [...challenge(await write()), '--dry-run']
    const answer = await runForJson(args, setting())
    expect(answer).to.include({ isDryRun: true, brokenPromises: 0 })
    expect(await recorded()).to.equal(0)
  })

  it('says in words that a promise can still be kept', async () => {
    const includeBy = (await served.time()) + 3_600
    const file = await write({}, { includeBy })
    await expectRefusal(file, 'Receipts_NotDue')
  })

  it('says in words that a receipt was changed', async () => {
    const file = await write({ reviewer: 2 })
    await expectRefusal(file, 'Receipts_NotSigned')
  })

  it('records a broken promise, once', async () => {
    const file = await write()
    const answer = await runForJson([...challenge(file), '--yes'], setting())
    expect(answer).to.deep.include({
      round,
      receipts: served.chain.receipts,
      relayer: served.person('relayer').address,
      reviewer: 1,
      ballotVersion: 1,
      brokenPromises: 1,
      isDryRun: false,
    })
    expect(answer).to.have.nested.property('transactions[0].hash')
    expect(await recorded()).to.equal(1)
    await expectRefusal(file, 'Receipts_AlreadyRecorded')
    expect(await recorded()).to.equal(1)
  })

  async function expectRefusal(file: string, name: string) {
    const run = await runCommand([...challenge(file), '--yes'], setting())
    expect(run.error).to.be.instanceOf(RefusedError)
    expect((run.error as RefusedError).errorName).to.equal(name)
    expect(run.code).to.equal(2)
  }
})
