// parseOptions
// ├── given a file → its kind, 1 of 1 trustees, a seed of its own
// ├── given sizes → a simulation, 3 of 5 trustees, everyone casts
// ├── turnout as a part or as a percentage
// └── given what does not fit → UsageError that says what would
import { expect } from 'chai'
import { parseOptions, type RawOptions } from '../../cli/rehearse/options.ts'
import { UsageError } from '../../cli/usageError.ts'

const sizes = { communities: '12', seats: '3', list: '4', fund: '5' }

describe('parseOptions', () => {
  it('takes a file', () => {
    const options = parseOptions('a.pb', { json: 'a.json' })
    expect(options).to.deep.include({
      kind: 'file',
      file: 'a.pb',
      json: 'a.json',
      trustees: { threshold: 1, count: 1 },
    })
    expect(options.seed).to.match(/^[0-9a-f]{8}$/)
    expect(parseOptions('a.pb', {}).seed).not.to.equal(options.seed)
  })

  it('takes sizes', () => {
    expect(parseOptions(undefined, { ...sizes, seed: 's' })).to.deep.equal({
      kind: 'simulation',
      json: undefined,
      bundle: undefined,
      relayer: false,
      seed: 's',
      simulation: {
        communities: 12,
        seats: 3,
        list: 4,
        fund: 5,
        turnout: 1,
        trustees: { threshold: 3, count: 5 },
        seed: 's',
      },
    })
  })

  for (const [text, turnout] of [
    ['0', 0],
    ['0.25', 0.25],
    ['1', 1],
    ['80', 0.8],
    ['80%', 0.8],
    ['1%', 0.01],
    ['100', 1],
  ] as const)
    it(`reads the turnout ${text}`, () => {
      const options = parseOptions(undefined, { ...sizes, turnout: text })
      expect(options).to.have.nested.property('simulation.turnout', turnout)
    })

  const wrong: [name: string, file: string | undefined, raw: RawOptions][] = [
    ['nothing', undefined, {}],
    ['a size too few', undefined, { ...sizes, fund: undefined }],
    ['a size beside a file', 'a.pb', { seats: '3' }],
    ['a turnout beside a file', 'a.pb', { turnout: '1' }],
    ['two communities', undefined, { ...sizes, communities: '2' }],
    ['too many communities', undefined, { ...sizes, communities: '1201' }],
    ['no seats', undefined, { ...sizes, seats: '0' }],
    ['too many reviewers', undefined, { ...sizes, seats: '99999' }],
    ['a list of one', undefined, { ...sizes, list: '1' }],
    ['a list above the half', undefined, { ...sizes, list: '7' }],
    ['more to fund than there are', undefined, { ...sizes, fund: '13' }],
    ['half a community', undefined, { ...sizes, communities: '12.5' }],
    ['words', undefined, { ...sizes, seats: 'three' }],
    ['a turnout above everyone', undefined, { ...sizes, turnout: '101' }],
    ['a turnout below nobody', undefined, { ...sizes, turnout: '-1' }],
    ['one of two trustees', undefined, { ...sizes, trustees: '1/2' }],
    ['three of two trustees', undefined, { ...sizes, trustees: '3/2' }],
    ['sixteen trustees', undefined, { ...sizes, trustees: '2/16' }],
    ['no trustees', 'a.pb', { trustees: 'none' }],
    ['the election as its result', 'a.pb', { json: './a.pb' }],
  ]

  for (const [name, file, raw] of wrong)
    it(`refuses ${name}`, () => {
      expect(() => parseOptions(file, raw))
        .to.throw(UsageError)
        .with.property('metaMessages').that.is.not.empty
    })
})
