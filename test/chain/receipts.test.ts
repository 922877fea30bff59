// chain actions about the receipts of relayers
// ├── registerRelayer, getRelayerRecord: nothing, then what was said
// ├── challengeReceipt: records, for getRelayerRecord to tell
// ├── challengeReceipt: given a refusal → RefusedError with its values by name
// └── getRelayerRecord: given an address without receipts → rejects
import { expect } from 'chai'
import type { Address } from 'viem'
import { challengeReceipt } from '../../chain/challengeReceipt.ts'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { registerRelayer } from '../../chain/registerRelayer.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import type { Receipt } from '../../protocol/receipt/receipt.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../cli/support/commandChain.ts'
import { makeRound } from '../cli/support/makeRound.ts'
import { signedReceipt } from '../cli/support/signedReceipt.ts'
import { expectRejection } from '../protocol/expectRejection.ts'

describe('chain actions about receipts', function () {
  this.timeout(60_000)
  let served: CommandChain
  let round: Address

  before(async () => {
    served = await startCommandChain(['admin', 'relayer'])
    round = await makeRound(served)
  })

  after(() => served.chain.close())

  const sender = () => served.chain.sender(served.person('relayer').address)
  const recorded = (receipts = served.chain.receipts) => {
    const relayer = served.person('relayer').address
    return getRelayerRecord(served.chain.reader, { receipts, relayer })
  }
  const sign = (change: Partial<Receipt> = {}) =>
    signedReceipt(served, 'relayer', { round, ...change })

  it('tell where a relayer is reached', async () => {
    expect(await recorded()).to.deep.equal({ url: '', brokenPromises: 0 })
    const url = 'https://relayer.example'
    const { receipts } = served.chain
    await registerRelayer(sender(), { receipts, url })
    expect(await recorded()).to.deep.equal({ url, brokenPromises: 0 })
  })

  it('record a broken promise', async () => {
    const { status } = await challengeReceipt(sender(), await sign())
    expect(status).to.equal('success')
    expect(await recorded()).to.include({ brokenPromises: 1 })
  })

  it('name a refusal with its values', async () => {
    const includeBy = (await served.time()) + 3_600
    const signed = await sign({ reviewer: 2, includeBy })
    const challenge = challengeReceipt(sender(), signed)
    const error = await expectRejection(challenge, RefusedError)
    expect(error.errorName).to.equal('Receipts_NotDue')
    expect(error.values[0]).to.equal(BigInt(includeBy))
    expect(error.metaMessages).to.include(`includeBy: ${includeBy}`)
    expect(await recorded()).to.include({ brokenPromises: 1 })
  })

  it('find no record where there are no receipts', async () => {
    for (const elsewhere of [round, served.person('admin').address])
      await expectRejection(recorded(elsewhere), Error)
  })
})
