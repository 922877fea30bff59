/** A page of an official as it should be: axe finds nothing, it fits 320 pixels, it speaks English. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { overflowOf, untilShown } from './browsing.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Leaves the page as wide as it was. */
export async function expectSound(page: Page): Promise<void> {
  await untilShown(page)
  const size = page.viewportSize()
  const axe = new AxeBuilder({ page }).withTags(rules)
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`,
  )
  expect(found).to.deep.equal([])
  expect(await page.locator('h1').count()).to.equal(1)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await overflowOf(page)).to.deep.equal([])
  if (size) await page.setViewportSize(size)
}
