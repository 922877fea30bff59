// shuffle
// ├── given any seed and length → every place once
// ├── follows the protocol step by step
// ├── given another purpose or seed → another order
// └── leaves no place preferred
import { expect } from 'chai'
import fc from 'fast-check'
import { encodeAbiParameters, type Hash, keccak256 } from 'viem'
import { shuffle, shufflePurposes } from '../../protocol/shuffle.ts'
import { seedOf } from './seedOf.ts'

describe('shuffle', () => {
  it('holds every place once', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(1_200), (counter, length) => {
        const places = shuffle(seedOf(counter), 1, length)
        expect([...places].sort((a, b) => a - b)).to.deep.equal(range(length))
      }),
    )
  })

  it('follows the protocol step by step', () => {
    for (const length of [0, 1, 2, 3, 4, 5, 6, 40, 873, 1_200])
      for (const purpose of Object.values(shufflePurposes))
        expect([...shuffle(seedOf(length), purpose, length)]).to.deep.equal(
          shuffleSlowly(seedOf(length), purpose, length),
        )
  })

  it('changes with purpose and seed', () => {
    const places = [...shuffle(seedOf(1), 1, 50)]
    expect([...shuffle(seedOf(1), 2, 50)]).to.not.deep.equal(places)
    expect([...shuffle(seedOf(2), 1, 50)]).to.not.deep.equal(places)
  })

  it('leaves no place preferred', () => {
    const counts = range(36).fill(0)
    for (const counter of range(6_000)) {
      const places = shuffle(seedOf(counter), 1, 6)
      places.forEach((value, place) => counts[6 * place + value]!++)
    }
    // 1,000 expected in each cell, standard deviation 29.
    expect(Math.min(...counts)).to.be.greaterThan(870)
    expect(Math.max(...counts)).to.be.lessThan(1_130)
  })
})

/** docs/protocol.md, section 5, word by word. */
function shuffleSlowly(seed: Hash, purpose: number, k: number): number[] {
  const places = range(k)
  for (let i = k - 1; i >= 1; i--) {
    const t = BigInt(k - 1 - i)
    const block = BigInt(
      keccak256(
        encodeAbiParameters(
          [{ type: 'bytes32' }, { type: 'uint256' }, { type: 'uint256' }],
          [seed, BigInt(purpose), t / 4n],
        ),
      ),
    )
    const bits = (block >> (64n * (3n - (t % 4n)))) & (2n ** 64n - 1n)
    const j = Number(bits % BigInt(i + 1))
    const place = places[i]!
    places[i] = places[j]!
    places[j] = place
  }
  return places
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index)
}
