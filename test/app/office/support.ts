/** What every test of officials' pages looks at. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { untilShown } from '../support/browsing.ts'
import { faultsOf } from '../support/faultsOf.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Breaks no rule that axe knows, and has none of the faults that we look for. */
export async function expectSound(page: Page): Promise<void> {
  await untilShown(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .analyze()
  const problems = violations.map(
    ({ help, id, nodes }) =>
      `${id}: ${help}: ${nodes[0]?.html.slice(0, 200) ?? ''}`,
  )
  expect(problems).to.deep.equal([])
  expect(await faultsOf(page)).to.deep.equal([])
}
