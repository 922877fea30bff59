// drawSeed
// ├── hashes tag, chain, round, lottery secret and block hash end to end
// └── when any of them changes → another seed
// fixedBlock
// ├── while the hash of the block is to be had → the block itself
// └── after that → the next fixed block, 8,191 further
import { expect } from 'chai'
import { encodePacked, keccak256 } from 'viem'
import { drawSeed, fixedBlock } from '../../protocol/drawSeed.ts'
import { address } from './makeRules.ts'
import { seedOf } from './seedOf.ts'

describe('drawSeed', () => {
  const parameters = {
    chainId: 31_337n,
    round: address(0xabc),
    lottery: 2n ** 255n + 7n,
    blockHash: seedOf(1),
  }

  it('hashes its parts end to end', () => {
    const { chainId, round, lottery, blockHash } = parameters
    expect(drawSeed(parameters)).to.equal(
      keccak256(
        encodePacked(
          ['string', 'uint256', 'address', 'uint256', 'bytes32'],
          ['dure seed', chainId, round, lottery, blockHash],
        ),
      ),
    )
  })

  it('changes with each of them', () => {
    const seeds = [
      parameters,
      { ...parameters, chainId: 1n },
      { ...parameters, round: address(0xabd) },
      { ...parameters, lottery: 7n },
      { ...parameters, blockHash: seedOf(2) },
    ].map(drawSeed)
    expect(new Set(seeds)).to.have.property('size', 5)
  })
})

describe('fixedBlock', () => {
  it('is the block itself while its hash is to be had', () => {
    for (const current of [90n, 100n, 101n, 8_291n])
      expect(fixedBlock(100n, current)).to.equal(100n)
  })

  it('moves on by 8,191 when it is missed', () => {
    expect(fixedBlock(100n, 8_292n)).to.equal(8_291n)
    expect(fixedBlock(100n, 16_482n)).to.equal(8_291n)
    expect(fixedBlock(100n, 16_483n)).to.equal(16_482n)
  })
})
