// checkChain
// ├── given Hardhat's node → all but the history of block hashes
// ├── given anvil under Osaka → everything is there
// ├── given a block gas limit below the cap → that much for a transaction
// └── given anvil under Cancun → no P-256, no Osaka instructions; not fit
import { expect } from 'chai'
import { checkChain } from '../../chain/checkChain.ts'
import { transactionGasCap } from '../../chain/transactionGasCap.ts'
import { describeChain } from '../../cli/describeChain.ts'
import { describeWithAnvil } from './support/onNodes.ts'
import { type StartedNode, startNode } from './support/startNode.ts'

describe('checkChain', function () {
  this.timeout(60_000)
  let node: StartedNode | undefined

  afterEach(() => node?.stop())

  async function check(started: StartedNode) {
    node = started
    await started.client.mine({ blocks: 2 })
    const { timestamp } = await started.client.getBlock()
    return checkChain(started.client, { now: Number(timestamp) + 7 })
  }

  it("misses the block history on Hardhat's node", async () => {
    const chain = await check(
      await startNode({ kind: 'hardhat', mining: 'none' }),
    )
    expect(chain).to.deep.include({
      hasP256: true,
      hasBlockHistory: false,
      hasOsakaInstructions: true,
      takesFullCode: true,
      blockGasLimit: 60_000_000n,
      transactionGas: transactionGasCap,
    })
    expect(describeChain(chain).isFit).to.equal(true)
  })

  describeWithAnvil('on anvil', () => {
    it('finds everything', async () => {
      const chain = await check(
        await startNode({ kind: 'anvil', mining: 'none' }),
      )
      expect(chain).to.deep.include({
        chainId: 31_337,
        hasP256: true,
        hasBlockHistory: true,
        hasOsakaInstructions: true,
        takesFullCode: true,
        transactionGas: transactionGasCap,
        headAge: 7,
      })
      expect(describeChain(chain).isFit).to.equal(true)
    })

    it('finds a chain that takes less gas unfit', async () => {
      const started = await startNode({ kind: 'anvil', mining: 'none' })
      await started.client.setBlockGasLimit({ gasLimit: 10_000_000n })
      const chain = await check(started)
      expect(chain.blockGasLimit).to.equal(10_000_000n)
      expect(chain.transactionGas).to.equal(10_000_000n)
      expect(describeChain(chain).isFit).to.equal(false)
    })

    it('finds a chain before Osaka unfit', async () => {
      const chain = await check(
        await startNode({ kind: 'anvil', mining: 'none', hardfork: 'cancun' }),
      )
      expect(chain).to.deep.include({
        hasP256: false,
        hasBlockHistory: false,
        hasOsakaInstructions: false,
        takesFullCode: true,
      })
      expect(describeChain(chain).isFit).to.equal(false)
    })
  })
})
