// mendRules
// ├── given a refusal that names a number → with it the same refusal is gone
// └── given one that no number mends → nothing
import { expect } from 'chai'
import { checkRules } from '../../protocol/checkRules.ts'
import { mendRules } from '../../protocol/mendRules.ts'
import type { Rules } from '../../protocol/rules.ts'
import { makeJuryRules, makeRules, now, type RulesChange } from './makeRules.ts'

const many = 2 ** 16 - 1

const cases: Record<string, Rules> = {
  'a time too early': makeRules({ times: { close: 5 } }),
  'no seats of reviewers': makeRules({ seatsPerCommunity: 0 }),
  'no jury': makeJuryRules({ reviewers: 0 }),
  'too large a jury': makeJuryRules({ reviewers: 200_000 }),
  'a list of one': makeRules({ listLength: 1 }),
  'too long a list': makeRules({ listLength: 16 }),
  'too many values': makeJuryRules({ listLength: 90, weights: [1, 1, 1] }),
  'no weight': makeRules({ weights: [1, 0] }),
  'no highest score': makeRules({ maxScore: 0 }),
  'no ballot': makeRules({ ballotLimit: 0 }),
  'too many ballots': makeRules({ ballotLimit: 16 }),
  'no seats': makeRules({ seats: 0 }),
  'quotas beside the seats': makeRules({
    quotas: [{ category: 1, seats: 5 }],
  }),
  'too much to open': makeRules({ minOpened: 10_001 }),
  'no delay': makeRules({ drawDelay: 0 }),
  'too long a delay': makeRules({ drawDelay: 8_001 }),
  'more seats than proposals can be': makeRules({ seats: 1_500 }),
  'a list of more than proposals can be': makeRules({
    ...{ points: 'Score', listLength: 250, seatsPerCommunity: 500 },
  }),
  'sums too large': makeJuryRules({
    ...{ weights: [many, many], maxScore: 200, reviewers: 131_072 },
  }),
  'a threshold of one': makeRules({ threshold: 1 }),
  'a threshold above the trustees': makeRules({ threshold: 4 }),
}

describe('mendRules', () => {
  for (const [name, rules] of Object.entries(cases))
    it(`names a number that holds for ${name}`, () => {
      const [refusal] = checkRules(rules, { now })
      if (!refusal) throw new Error('Nothing is refused.')
      const mend = mendRules(rules, refusal)
      if (!mend) throw new Error(`${refusal.error} is not mended.`)
      const mended = apply(rules, mend.path, mend.value)
      const left = checkRules(mended, { now }).filter(
        ({ error, values }) =>
          error === refusal.error &&
          values['index'] === refusal.values['index'],
      )
      expect(left).to.deep.equal([])
    })

  it('names none where no number helps', () => {
    const of = (change: RulesChange) => {
      const rules = makeRules(change)
      return checkRules(rules, { now }).map((one) => mendRules(rules, one))
    }
    expect(of({ document: `0x${'00'.repeat(32)}` })).to.deep.equal([undefined])
    expect(of({ trustees: [], threshold: 2 })).to.deep.equal([undefined])
  })
})

function apply(rules: Rules, path: string, value: number): Rules {
  const [first = '', name = ''] = path.split('.')
  if (first === 'times')
    return { ...rules, times: { ...rules.times, [name]: value } }
  const weight = /^weights\[(\d+)\]$/.exec(path)
  if (weight)
    return { ...rules, weights: rules.weights.with(Number(weight[1]), value) }
  return { ...rules, [first]: value }
}
