// groupCalls: what a Safe executes as one transaction
// ├── as many calls in their order as a transaction has room for
// ├── a call that would fail alone → as much as the dearest; where none is known, one each
// └── the calls of a whole roll, 8,720 keys in chunks → files of three
import { expect } from 'chai'
import { type Address, createClient, custom, numberToHex } from 'viem'
import { transactionGasCap } from '../../../chain/transactionGasCap.ts'
import { type Call, roundCall } from '../../../app/src/features/acts/call.ts'
import { groupCalls } from '../../../app/src/features/acts/groupCalls.ts'

const safe: Address = '0x00000000000000000000000000000000000000aa'
const round: Address = '0x00000000000000000000000000000000000000bb'
const million = 1_000_000n

describe('groupCalls', () => {
  const calls = (count: number): Call[] =>
    Array.from({ length: count }, (_, index) =>
      roundCall(round, 'publishRoll', [BigInt(index), '0x']),
    )

  /** A node on which each call takes this; undefined: it would fail. */
  function nodeOf(gas: readonly (bigint | undefined)[]) {
    let asked = 0
    // eslint-disable-next-line @typescript-eslint/require-await
    const request = async () => {
      const taken = gas[asked++]
      if (taken === undefined) throw new Error('execution reverted')
      return numberToHex(taken)
    }
    const transport = custom({ request }, { retryCount: 0 })
    return createClient({ transport })
  }

  async function sizesOf(gas: readonly (bigint | undefined)[]) {
    const all = calls(gas.length)
    const groups = await groupCalls(nodeOf(gas), safe, all)
    expect(groups.flat()).to.deep.equal(all)
    return groups.map((group) => group.length)
  }

  it('puts as many together as there is room for, in their order', async () => {
    expect(await sizesOf([])).to.deep.equal([])
    expect(await sizesOf([20n * million])).to.deep.equal([1])
    expect(await sizesOf([million, million, million])).to.deep.equal([3])
    expect(
      await sizesOf([14n * million, 2n * million, 13n * million, million]),
    ).to.deep.equal([1, 2, 1])
    expect(transactionGasCap).to.be.above(15n * million)
  })

  it('splits a roll of 8,720 keys', async () => {
    const chunks = Array.from(
      { length: 9 },
      () => (1_024n * 4_456n * 11n) / 10n,
    )
    expect(await sizesOf(chunks)).to.deep.equal([3, 3, 3])
  })

  it('takes what would fail alone for the dearest', async () => {
    const unknown = [5n * million, undefined, undefined, undefined]
    expect(await sizesOf(unknown)).to.deep.equal([3, 1])
    expect(await sizesOf([undefined, undefined])).to.deep.equal([1, 1])
  })
})
