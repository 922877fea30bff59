/** What every page owes: no rule of WCAG broken, one first heading, none of our own faults. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { untilShown } from './browsing.ts'
import { faultsOf } from './faultsOf.ts'
import { takePictures } from './takePictures.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** A folder: `npm run screenshots -- --states`. */
const pictures = process.env['DURE_PICTURES']

/** Leaves the page as wide as it was. */
export async function expectSound(page: Page): Promise<void> {
  await untilShown(page)
  if (pictures !== undefined) await takePictures(page, pictures)
  const axe = new AxeBuilder({ page }).withTags(rules)
  const { violations } = await axe.analyze()
  const told = violations.map(
    ({ help, id, nodes }) =>
      `${id}: ${help}: ${nodes[0]?.html.slice(0, 200) ?? ''}`,
  )
  expect(told.join('\n')).to.equal('')
  expect(await page.locator('h1').count()).to.equal(1)
  expect(await faultsOf(page)).to.deep.equal([])
}
