// findFirstBlock
// ├── given any first block and any last → that block, in few answers one after another
// ├── given a block to begin from → asks for none before it
// ├── given too late a block to begin from, or one that is not there yet → that block all the same
// ├── given a node without old state, or a contract of the first block → the block to begin from
// ├── given a node that is too busy in between → its error, and no late block
// └── given nothing at the address → NoContractError
import { expect } from 'chai'
import fc from 'fast-check'
import {
  createClient,
  custom,
  hexToBigInt,
  MethodNotSupportedRpcError,
  numberToHex,
  RpcError,
  RpcRequestError,
  toHex,
} from 'viem'
import {
  findFirstBlock,
  NoContractError,
} from '../../../verifier/read/findFirstBlock.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'

const address = '0x00000000000000000000000000000000000000aa'

type Asked = { method: string; params: [string, `0x${string}`] }

/** A chain on which the contract was made in block `made`. */
function chainWith(
  made: bigint,
  { oldest = 0n, troubles = 'missing trie node', isCounted = true } = {},
) {
  const asked: bigint[] = []
  let turns = 0
  let isUnderWay = false
  async function request({ method, params: [, tag] }: Asked) {
    const block = hexToBigInt(tag)
    asked.push(block)
    if (!isUnderWay) {
      isUnderWay = true
      turns += 1
    }
    await new Promise((resolve) => setImmediate(resolve))
    isUnderWay = false
    if (block < oldest)
      throw new RpcRequestError({
        ...{ body: {}, url: 'http://node.test' },
        error: { code: -32_000, message: troubles },
      })
    if (method === 'eth_getCode') return block < made ? '0x' : '0x6000'
    if (method === 'eth_getTransactionCount')
      return numberToHex(block < made || !isCounted ? 0 : 1)
    throw new MethodNotSupportedRpcError(new Error(method))
  }
  const transport = custom({ request }, { retryCount: 0 })
  return { client: createClient({ transport }), asked, turns: () => turns }
}

describe('findFirstBlock', () => {
  it('finds it in an answer for each four bits of the number', () =>
    fc.assert(
      fc.asyncProperty(
        fc.bigInt(0n, 40_000_000n),
        fc.bigInt(0n, 40_000_000n),
        async (one, other) => {
          const [made, last] = one < other ? [one, other] : [other, one]
          const { client, turns } = chainWith(made)
          expect(await findFirstBlock(client, address, { last })).to.equal(made)
          expect(turns()).to.be.at.most(toHex(last).length - 1)
        },
      ),
      { numRuns: 50 },
    ))

  it('asks for nothing before the block to begin from', async () => {
    const { asked, client } = chainWith(700n)
    const range = { first: 650n, last: 1_000n }
    expect(await findFirstBlock(client, address, range)).to.equal(700n)
    // The one before it, to know that it is not too late.
    expect(asked.every((block) => block >= 649n)).to.be.true
  })

  it('begins from the first where the node has no old state', async () => {
    const { client } = chainWith(700n, { oldest: 990n })
    const range = { first: 650n, last: 1_000n }
    expect(await findFirstBlock(client, address, range)).to.equal(650n)
    const uncounted = chainWith(0n, { isCounted: false })
    expect(
      await findFirstBlock(uncounted.client, address, { last: 1_000n }),
    ).to.equal(0n)
  })

  it('does not hide what is before too late a block', async () => {
    for (const first of [701n, 900n, 1_000n, 2_000n]) {
      const { client } = chainWith(700n)
      const range = { first, last: 1_000n }
      expect(await findFirstBlock(client, address, range)).to.equal(700n)
    }
  })

  it('takes no answer in time for no old state', async () => {
    const troubles = 'Too Many Requests'
    const { client } = chainWith(700n, { oldest: 990n, troubles })
    const looking = findFirstBlock(client, address, { last: 1_000n })
    await expectRejection(looking, RpcError)
  })

  it('says that nothing is there', async () => {
    const { client } = chainWith(2_000n)
    const looking = findFirstBlock(client, address, { last: 1_000n })
    const error = await expectRejection(looking, NoContractError)
    expect(error.message).to.include(address)
    expect(error.message).to.include('block 1000')
  })
})
