/** What every page owes: no rule of WCAG broken, none of our own, a silent console. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Visit } from '../support/browsing.ts'
import { faultsOf } from '../support/faultsOf.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function expectSound({
  outside,
  page,
  troubles,
}: Visit): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .analyze()
  const told = violations.map(
    ({ help, id, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`,
  )
  expect(told.join('\n')).to.equal('')
  expect(await faultsOf(page)).to.deep.equal([])
  expect(outside).to.deep.equal([])
  // A document that no relayer has is said on the page, too.
  const unexpected = troubles.filter((one) => !one.includes('404'))
  expect(unexpected).to.deep.equal([])
}
