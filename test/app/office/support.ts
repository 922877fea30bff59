/** What every test of officials' pages looks at. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { overflowOf, untilShown } from '../support/browsing.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Breaks no rule that axe knows, and fits into a phone of 320 pixels. */
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
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 740 })
  expect(await overflowOf(page)).to.deep.equal([])
  if (size) await page.setViewportSize(size)
}
