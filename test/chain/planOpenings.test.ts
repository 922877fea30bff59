// splitPage, groupParts
// ├── given nothing new → no part
// ├── given a page too long for one transaction → parts that open each ballot
// │   once, and close the others with their seals
// └── groups: all parts in order, each group within the gas
import { expect } from 'chai'
import {
  type DecryptedPage,
  groupParts,
  splitPage,
} from '../../chain/opening/planOpenings.ts'
import { openingGas, plannedGas } from '../../chain/opening/openingGas.ts'
import { type Opening, parseOpenings } from '../../protocol/opening.ts'
import { makeRules } from '../protocol/makeRules.ts'

const valueCount = 250
const bounds = openingGas(
  makeRules({ listLength: 25, weights: Array<number>(10).fill(1) }),
  100,
)

function makePage(count: number, closed: readonly number[] = []) {
  const indices = Array.from({ length: count }, (_, index) => index)
  const ballots = indices.map((index) => ({
    reviewer: index + 1,
    version: 1,
    seal: new Uint8Array(32).fill(index),
  }))
  const openings = ballots.map(({ reviewer, seal, version }, index): Opening =>
    closed.includes(index)
      ? { kind: 0, reviewer, version, seal }
      : {
          ...{ kind: 1, reviewer, version },
          values: new Uint8Array(valueCount),
          salt: new Uint8Array(16),
        },
  )
  const page = { number: 3, batch: new Uint8Array([1]), ballots, openings }
  return page satisfies DecryptedPage
}

describe('splitPage', () => {
  it('leaves a page that is opened as far as can be', () => {
    const page = makePage(5, [4])
    expect(splitPage(page, (index) => index < 4, bounds)).to.deep.equal([])
  })

  it('opens only what is new', () => {
    const [part] = splitPage(makePage(5, [4]), (index) => index < 2, bounds)
    const kinds = parseOpenings(part!.openings, { valueCount })
    expect(kinds.map(({ kind }) => kind)).to.deep.equal([0, 0, 1, 1, 0])
    expect(part).to.include({ number: 3, opened: 2, closed: 3 })
  })

  it('opens a long page in parts, each ballot once', () => {
    const page = makePage(400)
    const parts = splitPage(page, () => false, bounds)
    expect(parts.length).to.be.greaterThan(1)
    const openings = parts.map((part) =>
      parseOpenings(part.openings, { valueCount }),
    )
    for (const { openings: packed } of parts)
      expect(parseOpenings(packed, { valueCount })).to.have.length(400)
    for (const index of page.openings.keys()) {
      const kinds = openings.map((one) => one[index]!)
      expect(kinds.filter(({ kind }) => kind === 1)).to.have.length(1)
      for (const closed of kinds)
        if (closed.kind === 0)
          expect(closed.seal).to.deep.equal(page.ballots[index]!.seal)
    }
  })
})

describe('groupParts', () => {
  it('keeps the order, and each transaction within its gas', () => {
    const parts = [400, 1, 30, 30, 30, 400].flatMap((count) =>
      splitPage(makePage(count), () => false, bounds),
    )
    const groups = groupParts(parts, bounds)
    expect(groups.flat()).to.deep.equal(parts)
    expect(groups.length).to.be.lessThan(parts.length)
    for (const group of groups) {
      const opened = group.reduce((sum, part) => sum + part.opened, 0)
      const gas = bounds.call + opened * bounds.ballot
      expect(gas).to.be.lessThan(plannedGas)
    }
  })

  it('makes no group of nothing', () => {
    expect(groupParts([], bounds)).to.deep.equal([])
  })
})
