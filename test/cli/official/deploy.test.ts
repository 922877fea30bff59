// dure deploy
// ├── without --yes and without a terminal → UsageError, nothing deployed
// ├── in a dry run → nothing deployed
// └── given --yes → factory, receipts and verifiers stand, signed with the key of --key
import { expect } from 'chai'
import type { Address } from 'viem'
import { getCode, getTransactionCount, readContract } from 'viem/actions'
import { receiptsAbi, roundFactoryAbi } from '../../../chain/generated/abis.ts'
import { UsageError } from '../../../cli/usageError.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../support/commandChain.ts'
import { runCommand, runForJson } from '../support/runCommand.ts'

describe('dure deploy', function () {
  this.timeout(60_000)
  let served: CommandChain

  before(async () => {
    served = await startCommandChain(['admin', 'deployer'])
  })

  after(() => served.chain.close())

  const deploy = () => ['deploy', '--rpc', served.url, '--key', 'env:KEY']
  const setting = () => ({ env: served.person('deployer').env })
  const sent = () => {
    const { address } = served.person('deployer')
    return getTransactionCount(served.chain.reader, { address })
  }

  it('refuses to go on when there is nobody to ask', async () => {
    const run = await runCommand(deploy(), setting())
    expect(run.error).to.be.instanceOf(UsageError)
    expect(await sent()).to.equal(0)
  })

  it('sends nothing in a dry run', async () => {
    const run = await runCommand([...deploy(), '--dry-run'], setting())
    expect(run.code).to.equal(0)
    expect(await sent()).to.equal(0)
  })

  it('deploys factory, receipts and verifiers with the own key', async () => {
    const answer = await runForJson([...deploy(), '--yes'], setting())
    expect(await sent()).to.equal(15)
    const { factory, p256Verifier, receipts, round, webAuthnVerifier } =
      answer as Record<string, Address>
    const { reader } = served.chain
    const implementation = await readContract(reader, {
      address: factory!,
      abi: roundFactoryAbi,
      functionName: 'implementation',
    })
    expect(implementation).to.equal(round)
    const known = await readContract(reader, {
      address: receipts!,
      abi: receiptsAbi,
      functionName: 'factory',
    })
    expect(known).to.equal(factory)
    for (const address of [p256Verifier!, webAuthnVerifier!])
      expect(await getCode(reader, { address })).to.be.a('string')
  })
})
