// quantiles
// └── are those of a normal distribution, to four places
import { expect } from 'chai'
import { quantiles } from '../../../protocol/simulation/quantiles.ts'

describe('quantiles', () => {
  it('splits a normal distribution into equal parts', () => {
    expect(quantiles(5)).to.deep.equal([-0.8416, -0.2533, 0.2533, 0.8416])
    expect(quantiles(1)).to.deep.equal([])
    expect(quantiles(40)[38]).to.equal(1.96)
  })
})
