/** What every page owes: no rule of WCAG broken, one first heading, no sideways scroll at 320 pixels. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { overflowOf, untilShown } from './browsing.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Leaves the page as wide as it was. */
export async function expectSound(page: Page): Promise<void> {
  await untilShown(page)
  const axe = new AxeBuilder({ page }).withTags(rules)
  const { violations } = await axe.analyze()
  const told = violations.map(
    ({ help, id, nodes }) =>
      `${id}: ${help}: ${nodes[0]?.html.slice(0, 200) ?? ''}`,
  )
  expect(told.join('\n')).to.equal('')
  expect(await page.locator('h1').count()).to.equal(1)
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await overflowOf(page)).to.deep.equal([])
  if (before) await page.setViewportSize(before)
}
