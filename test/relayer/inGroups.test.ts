// inGroups
// ├── what comes while others are worked on → one group, in its order
// ├── no group holds more than `most`, or two items of one name
// ├── an item that fails → fails alone
// └── work that fails → fails for its group, and for nobody later
import { expect } from 'chai'
import { inGroups } from '../../relayer/ballots/inGroups.ts'

type Item = { name: string; value: number }

/** Doubles values, and keeps what it was given; a negative one fails, 13 breaks all. */
function createDoubler(most: number) {
  const groups: number[][] = []
  const ask = inGroups(
    async (items: readonly Item[]) => {
      groups.push(items.map(({ value }) => value))
      await Promise.resolve()
      if (items.some(({ value }) => value === 13)) throw new Error('broken')
      return items.map(({ value }) =>
        value < 0 ? new RangeError('negative') : 2 * value,
      )
    },
    { most, nameOf: ({ name }) => name },
  )
  const double = (value: number, name = String(value)) => ask({ name, value })
  return { groups, double }
}

describe('relayer', () => {
  describe('inGroups', () => {
    it('does together what comes while others are worked on', async () => {
      const { double, groups } = createDoubler(10)
      const doubled = await Promise.all([1, 2, 3].map((one) => double(one)))
      expect(doubled).to.deep.equal([2, 4, 6])
      expect(groups).to.deep.equal([[1], [2, 3]])
    })

    it('takes no more than told at once', async () => {
      const { double, groups } = createDoubler(2)
      await Promise.all([1, 2, 3, 4, 5].map((one) => double(one)))
      expect(groups).to.deep.equal([[1], [2, 3], [4, 5]])
    })

    it('takes two of one name one after the other', async () => {
      const { double, groups } = createDoubler(10)
      const asked = [double(1, 'a'), double(2, 'b'), double(3, 'b')]
      expect(await Promise.all(asked)).to.deep.equal([2, 4, 6])
      expect(groups).to.deep.equal([[1], [2], [3]])
    })

    it('lets one fail alone', async () => {
      const { double } = createDoubler(10)
      const asked = await Promise.allSettled([double(1), double(-1), double(2)])
      expect(asked.map(({ status }) => status)).to.deep.equal([
        'fulfilled',
        'rejected',
        'fulfilled',
      ])
    })

    it('goes on after work that failed as a whole', async () => {
      const { double } = createDoubler(10)
      const broken = await Promise.allSettled([double(13), double(1)])
      expect(broken.map(({ status }) => status)).to.deep.equal([
        'rejected',
        'fulfilled',
      ])
      expect(await double(4)).to.equal(8)
    })
  })
})
