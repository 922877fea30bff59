/** What is wrong with a page for who sees, points or types differently, as it stands. */
import type { Page } from 'playwright-core'
import { overflowOf } from './browsing.ts'

/** Windows, and sizes of the text as they are chosen under 글자·화면. */
const windows = [
  { name: 'a narrow phone', width: 320, height: 640, size: '100' },
  { name: 'a narrow phone, text of 200 %', width: 320, height: 640, size: 200 },
  // What a zoom of 200 % leaves of a desktop.
  { name: 'zoom and text of 200 %', width: 640, height: 450, size: '200' },
  { name: 'a phone laid flat', width: 740, height: 360, size: '100' },
]

/** WCAG 1.4.12: what a reader may set without losing anything. */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`

/** Leaves the page as it was. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = await page.evaluate(seenFaults)
  faults.push(...(await focusFaults(page)))
  const before = page.viewportSize() ?? { width: 360, height: 740 }
  const chosen = await page.evaluate(() => document.documentElement.dataset)
  for (const { name, size, ...window } of windows) {
    await page.setViewportSize(window)
    await setSize(page, String(size))
    for (const one of await overflowOf(page)) faults.push(`${name}: ${one}`)
  }
  await setSize(page, chosen['size'])
  await page.setViewportSize({ ...before, width: Math.min(before.width, 360) })
  await setSheet(page, spacing)
  const spaced = [...(await overflowOf(page)), ...(await page.evaluate(cutOff))]
  faults.push(...spaced.map((one) => `text spacing: ${one}`))
  await setSheet(page, '')
  await page.setViewportSize(before)
  return faults
}

async function setSize(page: Page, size: string | undefined): Promise<void> {
  await page.evaluate((chosen) => {
    const { dataset } = document.documentElement
    if (chosen === undefined) delete dataset['size']
    else dataset['size'] = chosen
  }, size)
}

/** Not as an element: the page's policy forbids any. */
async function setSheet(page: Page, rules: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = text === '' ? [] : [sheet]
  }, rules)
}

/** Targets under 48 pixels, tables without names or headings, regions in regions, and what covers others. */
function seenFaults(): string[] {
  const faults: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    const html = element.outerHTML.slice(0, 120)
    const { display, position } = getComputedStyle(element)
    if (position === 'fixed' || position === 'sticky')
      faults.push(`it may cover what has the focus: ${html}`)
    const live = '[aria-live], [role=status], [role=alert], [role=log]'
    if (element.matches(live) && element.parentElement?.closest(live))
      faults.push(`it is said twice, by a region in a region: ${html}`)
    if (element.matches('a[href]:not(.skip), button, input, select, summary')) {
      const around = element.parentElement?.textContent.trim()
      const isInText =
        display === 'inline' &&
        element.matches('a') &&
        around !== element.textContent.trim()
      // A choice is pressed by its label, too.
      const isChoice = element.matches('[type="radio"], [type="checkbox"]')
      const pressed = isChoice ? (element.closest('label') ?? element) : element
      const { height, width } = pressed.getBoundingClientRect()
      if (!isInText && (height < 47.5 || width < 47.5))
        faults.push(`a target of ${width} × ${height}: ${html}`)
    }
    if (element.matches('table:not([role="presentation"])')) {
      const isNamed =
        element.matches('[aria-label], [aria-labelledby]') ||
        element.querySelector('caption') !== null
      if (!isNamed) faults.push(`a table without a name: ${html}`)
      if (element.querySelector('th:not([scope])'))
        faults.push(`a heading without scope: ${html}`)
      if (element.querySelector('tbody tr:not(.cut, :has(th))'))
        faults.push(`a row without a heading: ${html}`)
    }
  }
  return faults
}

/** Whether the way past the menu works, and whether one sees where one is. */
async function focusFaults(page: Page): Promise<string[]> {
  const before = await page.evaluateHandle(() => document.activeElement)
  await page.locator('.skip').focus()
  const box = await page.locator('.skip').boundingBox()
  await page.keyboard.press('Enter')
  const faults = await page.evaluate(() => {
    const found: string[] = []
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary',
    )
    if (!all[0]?.matches('.skip')) found.push('the way past is not the first')
    if (!document.activeElement?.matches('main'))
      found.push('the way past does not lead into the page')
    for (const element of all) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      element.focus()
      if (document.activeElement !== element) continue
      // A score is drawn by what stands beside its radio button.
      const drawn = element.matches('.score input')
        ? element.nextElementSibling
        : element
      const { outlineStyle, outlineWidth } = getComputedStyle(drawn ?? element)
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
        found.push(`the focus is not seen: ${element.outerHTML.slice(0, 120)}`)
    }
    return found
  })
  if (!box || box.height < 40) faults.push('the way past is not seen')
  await before.evaluate((element) => {
    ;(element as HTMLElement | null)?.focus()
  })
  return faults
}

/** Text that its own box cuts off, or that runs out of it. */
function cutOff(): string[] {
  const selector = 'main *:not(svg *), header *:not(svg *), footer *'
  return [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((element) => {
      if (!element.checkVisibility()) return false
      if (element.closest('svg, thead, .visually-hidden, input')) return false
      const { clientHeight, clientWidth, scrollHeight, scrollWidth } = element
      const isOver =
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2
      const { overflowX, overflowY } = getComputedStyle(element)
      const cuts = /hidden|clip/.test(`${overflowX} ${overflowY}`)
      const isBox = element.matches('button, .button, .score__face, .state')
      return isOver && (cuts || isBox)
    })
    .map((element) => element.outerHTML.slice(0, 120))
}
