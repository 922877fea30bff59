/** What every page owes: no rule of WCAG broken, no sideways scroll at 320 pixels, a silent console. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import { overflowOf, type Visit } from '../support/browsing.ts'

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
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await overflowOf(page)).to.deep.equal([])
  if (before) await page.setViewportSize(before)
  expect(outside).to.deep.equal([])
  // A document that no relayer has is said on the page, too.
  const unexpected = troubles.filter((one) => !one.includes('404'))
  expect(unexpected).to.deep.equal([])
}
