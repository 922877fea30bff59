// seededRandom
// ├── given the same seed and label → the same numbers
// ├── given another seed or label → others
// ├── fractions stay below 1, normal numbers have mean 0 and deviation 1
// └── shuffledIndices is a permutation
import { expect } from 'chai'
import {
  seededRandom,
  shuffledIndices,
} from '../../../protocol/simulation/seededRandom.ts'

describe('seededRandom', () => {
  const take = (seed: string, label: string) =>
    seededRandom(seed, label).bytes(40)

  it('repeats itself for a seed and a label', () => {
    expect(take('1', 'a')).to.deep.equal(take('1', 'a'))
    expect(take('1', 'a')).not.to.deep.equal(take('2', 'a'))
    expect(take('1', 'a')).not.to.deep.equal(take('1', 'b'))
  })

  it('spreads its numbers as it says', () => {
    const random = seededRandom('1', 'numbers')
    const fractions = Array.from({ length: 4_000 }, () => random.fraction())
    const normals = Array.from({ length: 4_000 }, () => random.normal())
    const squares = normals.map((value) => value * value)
    expect(Math.max(...fractions)).to.be.lessThan(1)
    // Hardhat's closeTo takes whole numbers only.
    expect(Math.abs(mean(fractions) - 0.5) < 0.03).to.equal(true)
    expect(Math.abs(mean(normals)) < 0.06).to.equal(true)
    expect(Math.abs(mean(squares) - 1) < 0.1).to.equal(true)
  })

  it('shuffles every index to one place', () => {
    const indices = shuffledIndices(seededRandom('1', 'order'), 500)
    const all = Uint32Array.from({ length: 500 }, (_, index) => index)
    expect(indices).not.to.deep.equal(all)
    expect(indices.toSorted()).to.deep.equal(all)
  })
})

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
