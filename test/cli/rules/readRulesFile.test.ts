// readRulesFile
// ├── given a filled-in template of each kind → rules that the contract takes
// ├── given dates, periods, words, amounts → their values
// ├── given comments → passes over them
// └── given a wrong field (one table) → RulesFileError with its path
//     ├── several → all of them
//     └── refusals of the contract → by their fields
import { expect } from 'chai'
import type { Problem } from '../../../protocol/rulesFile/fields.ts'
import {
  readRulesFile,
  RulesFileError,
  RulesJsonError,
} from '../../../cli/rules/readRulesFile.ts'
import {
  rulesTemplate,
  templateKinds,
} from '../../../protocol/rulesFile/template.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import { address, now } from '../../protocol/makeRules.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'

type Plan = Record<string, unknown>

const day = 86_400

describe('readRulesFile', () => {
  const folder = inTemporaryFolder()

  before(() =>
    folder.write('round.json', JSON.stringify({ random: 'ab'.repeat(16) })),
  )

  async function read(plan: Plan | string) {
    const text = typeof plan === 'string' ? plan : JSON.stringify(plan)
    return readRulesFile(await folder.write('rules.json', text), { now })
  }

  async function problemsOf(change: Plan): Promise<readonly Problem[]> {
    const reading = read({ ...filledIn('communities'), ...change })
    const { problems } = await expectRejection(reading, RulesFileError)
    return problems
  }

  for (const kind of templateKinds)
    it(`takes the filled-in template of ${kind}`, async () => {
      const { rules } = await read(filledIn(kind))
      expect(rules.owners).to.equal(
        kind === 'communities' || kind === 'everyone',
      )
      expect(rules.times.registerUntil).to.equal(now + 14 * day)
    })

  it('names everything to fill in', async () => {
    const reading = read(rulesTemplate('jury') as Plan)
    const { problems } = await expectRejection(reading, RulesFileError)
    const paths = problems.map(({ path }) => path)
    expect(paths).to.deep.equal([
      ...['admin', 'registrar', 'screener', 'committee'].map(
        (role) => `holders.${role}`,
      ),
      'trustees[0]',
      'trustees[1]',
      'trustees[2]',
    ])
  })

  it('reads dates with their zones, and periods after them', async () => {
    const plan = filledIn('communities')
    const { rules } = await read({
      ...plan,
      times: {
        ...(plan['times'] as object),
        registerUntil: '2027-02-01T18:00+09:00',
        rosterBy: '+1 day 12 hours',
        rollNotice: 3_600,
      },
    })
    const registerUntil = Date.UTC(2027, 1, 1, 9) / 1000
    expect(rules.times.registerUntil).to.equal(registerUntil)
    expect(rules.times.rosterBy).to.equal(registerUntil + 1.5 * day)
    expect(rules.times.rollNotice).to.equal(3_600)
  })

  it('reads amounts and parts', async () => {
    const { rules } = await read(filledIn('budget'))
    expect(rules.budget).to.equal(500_000_000n)
    expect(rules.minOpened).to.equal(5_000)
    expect(rules.listLength).to.equal(0)
  })

  const times = filledIn('communities')['times'] as object
  const wrongFields: [path: string, change: Plan][] = [
    ['owners', { owners: 'yes' }],
    ['listLength', { listLength: 1 }],
    ['listLength', { listLength: -1 }],
    ['weights[1]', { weights: [1, 65_536] }],
    ['weights[0]', { weights: [0] }],
    ['points', { points: 'borda' }],
    ['maxScore', { maxScore: 256 }],
    ['budget', { seats: undefined, budget: '5,00' }],
    ['seats', { budget: 5 }],
    ['quotas[0].seats', { quotas: [{ category: 1 }] }],
    ['quotas[0].places', { quotas: [{ category: 1, seats: 1, places: 1 }] }],
    ['minOpened', { minOpened: '101%' }],
    ['threshold', { threshold: 4 }],
    ['trustees[2]', { trustees: [address(1), address(2), '0x3'] }],
    ['trustees', { trustees: [address(1), address(1)] }],
    ['voters', { voters: 5 }],
    ['times', { times: undefined }],
    ['times.close', { times: { ...times, close: '2027-02-01T18:00' } }],
    ['times.close', { times: { ...times, close: '+1 fortnight' } }],
    ['times.close', { times: { ...times, close: '+59 minutes' } }],
    ['times.rollNotice', { times: { ...times, rollNotice: '-1 day' } }],
  ]
  for (const [path, change] of wrongFields)
    it(`refuses ${path}: ${JSON.stringify(change)}`, async () => {
      const problems = await problemsOf(change)
      expect(problems.map((problem) => problem.path)).to.include(path)
    })

  it('refuses a holder who is nobody', async () => {
    const holders = filledIn('jury')['holders'] as object
    const change = { holders: { ...holders, admin: address(0) } }
    const problems = await problemsOf(change)
    expect(problems.map(({ path }) => path)).to.deep.equal(['holders.admin'])
  })

  it('tells all problems at once', async () => {
    const problems = await problemsOf({ maxScore: 0, ballotLimit: 16 })
    const paths = problems.map(({ path }) => path)
    expect(paths).to.have.members(['maxScore', 'ballotLimit'])
  })

  it('refuses verifiers without code', async () => {
    const plan = { ...filledIn('jury'), verifiers: [address(8), address(9)] }
    const file = await folder.write('rules.json', JSON.stringify(plan))
    const findCode = () => Promise.resolve([true, false])
    const reading = readRulesFile(file, { now, findCode })
    const { problems } = await expectRejection(reading, RulesFileError)
    expect(problems.map(({ path }) => path)).to.deep.equal(['verifiers'])
  })

  it('refuses what is no JSON', async () => {
    await expectRejection(read('{ owners: true }'), RulesJsonError)
    await expectRejection(read('[]'), RulesFileError)
  })
})

function filledIn(kind: (typeof templateKinds)[number]): Plan {
  let number = 100
  const text = JSON.stringify(rulesTemplate(kind)).replace(/"0x…[^"]*"/g, () =>
    JSON.stringify(address(++number)),
  )
  return JSON.parse(text) as Plan
}
