/**
 * drafts of rounds
 * ├── each template, given its roles → nothing the contract would refuse
 * ├── a practice round → neither; its times begin now and end within four days
 * ├── the saved file → `dure round create --check` takes it, and it reads back as the same draft
 * ├── a copied round → the same rules but times and document
 * ├── an unread field hides what follows from it, and nothing else
 * └── a number that mends a rule, set into the draft, mends it
 */
import { expect } from 'chai'
import { checkDraft } from '../../app/src/features/wizard/check/checkDraft.ts'
import { withNumber } from '../../app/src/features/wizard/check/places.ts'
import type { Draft } from '../../app/src/features/wizard/draft/draft.ts'
import {
  readDraftFile,
  writeDraftFile,
} from '../../app/src/features/wizard/draft/draftFile.ts'
import { fromRound } from '../../app/src/features/wizard/draft/fromRound.ts'
import { newDraft } from '../../app/src/features/wizard/draft/newDraft.ts'
import { practiceDraft } from '../../app/src/features/wizard/draft/practice.ts'
import { fromZoned, toZoned } from '../../app/src/hooks/zonedTime.ts'
import { readRulesFile } from '../../cli/rules/readRulesFile.ts'
import { templateKinds } from '../../protocol/rulesFile/template.ts'
import { inTemporaryFolder } from '../cli/inTemporaryFolder.ts'
import { address, makeRules, now } from '../protocol/makeRules.ts'

const given = { now, verifiers: [address(77)] }

describe('drafts of rounds', () => {
  const folder = inTemporaryFolder()

  for (const kind of templateKinds)
    it(`begins with rules that hold: ${kind}`, () => {
      const draft = filled(newDraft(kind, given))
      const { problems, warnings } = checkDraft(draft, now)
      expect(problems).to.deep.equal([])
      expect(warnings).to.deep.equal([])
    })

  it('practises with rules that hold, soon over', () => {
    const draft = practiceDraft(given, address(5))
    const { plan, problems, warnings } = checkDraft(draft, now)
    expect([...problems, ...warnings]).to.deep.equal([])
    const { registerUntil, openUntil } = plan.rules.times
    expect(registerUntil - now < 3_600).to.equal(true)
    expect(openUntil - now < 4 * 86_400).to.equal(true)
    expect(plan.rules.trustees).to.deep.equal([address(5)])
  })

  it('is a file of rules that the command takes', async () => {
    for (const kind of templateKinds) {
      const draft = filled(newDraft(kind, given))
      const text = writeDraftFile(draft)
      const file = await folder.write(`${kind}.json`, text)
      const read = await readRulesFile(file, { now })
      expect(read).to.deep.equal(checkDraft(draft, now).plan)
      expect(readDraftFile(text, 5)).to.deep.equal(draft)
    }
  })

  it('copies a round', () => {
    const rules = makeRules({ budget: 7_000_000_000_000_000_000n, seats: 0 })
    const holders = {
      ...{ admin: address(1), registrar: address(2) },
      ...{ screener: address(3), committee: address(4) },
    }
    const earlier = { rules, holders, text: undefined, proposals: 40 }
    const later = now + 9_999_999
    const { plan, problems } = checkDraft(fromRound(earlier, later), later)
    expect(problems.map(({ path }) => path)).to.deep.equal([
      'name',
      'criteria[0].name',
    ])
    const { document, times } = plan.rules
    expect(plan).to.deep.equal({
      holders,
      rules: { ...rules, document, times },
    })
    expect(times.registerUntil).to.be.greaterThan(later)
    expect(times.openUntil - times.registerUntil).to.equal(
      rules.times.openUntil - rules.times.registerUntil,
    )
  })

  it('says nothing of what an unread field hides', () => {
    const draft = {
      ...newDraft('communities', given),
      ...{ maxScore: 'five', seats: '0', listLength: '10' },
    }
    const paths = checkDraft(draft, now).problems.map(({ path }) => path)
    expect(paths).to.include('maxScore')
    expect(paths).to.include('holders.admin')
    expect(paths).not.to.include('seats')
    expect(paths.some((one) => one.startsWith('times'))).to.equal(false)
  })

  it('is mended by the number that is named', () => {
    const sound = filled(newDraft('communities', given))
    const late = { ...sound.times, close: now }
    for (const change of [{ listLength: '1' }, { times: late }]) {
      const draft = { ...sound, ...change }
      const [problem] = checkDraft(draft, now).problems
      if (!problem?.mend) throw new Error('No number is named.')
      const { path: place, value } = problem.mend
      const mended = withNumber(draft, place, value)
      const left = checkDraft(mended, now).problems
      expect(left.map((one) => one.path)).not.to.include(place)
    }
  })

  it('asks for times in the zone of the round, whatever the device has', () => {
    expect(toZoned(1_800_000_000)).to.equal('2027-01-15T17:00')
    expect(fromZoned('2027-01-15T17:00')).to.equal(1_800_000_000)
    expect(fromZoned(toZoned(now))).to.equal(now)
    expect(fromZoned(toZoned(now + 1))).to.equal(now + 1)
    expect(fromZoned('')).to.equal(null)
  })
})

/** With a name and somebody for each role. */
function filled(draft: Draft): Draft {
  return {
    ...draft,
    name: { ko: '이름', en: '' },
    holders: {
      ...{ admin: address(1), registrar: address(2) },
      ...{ screener: address(3), committee: address(4) },
    },
    trustees: [1, 2, 3].map(address),
  }
}
