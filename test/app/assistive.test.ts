/**
 * a reviewer who listens, has own colours, or no use for motion
 * ├── on each change of route the heading has the focus, and names the document
 * ├── a dialog takes the focus, closes by Escape and gives it back
 * ├── what is wrong is told by its field, which has the focus
 * ├── what comes next is told by one region, one after the other; the list says where one is
 * ├── of a copy one region tells, for all buttons: made, or not
 * ├── in forced colours: the chosen score, the focus, edges of buttons and furrows are seen
 * ├── on 320 pixels with text of 200 %: scores in one column, with their words
 * ├── without hue: the halves are told apart by their furrows and their names
 * ├── nothing moves where motion is not wanted
 * └── a score answers within 200 ms on a processor four times slower
 */
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { phone, untilShown, visit } from './support/browsing.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import { demoKey, freshReviewer } from './support/pages.ts'

describe('the dApp with other senses', function () {
  this.timeout(240_000)
  let app: SampleApp
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so nobody listens !!!')
      this.skip()
    }
    app = await openSampleApp()
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await app.close()
  })

  async function open(rest: string) {
    const address = `${app.url}#/r/${app.sample.round}${rest}`
    const keys = [demoKey(app.sample, freshReviewer)]
    const visited = await visit(browser, address, { ...phone, keys })
    visited.page.setDefaultTimeout(30_000)
    await untilShown(visited.page)
    return visited
  }

  it('focuses the heading of each page it goes to', async () => {
    const { context, page } = await open('')
    for (const to of ['rules', 'roles', 'log', 'p', 'check', 'recount']) {
      const link = page.locator(`main a[href$="/${to}"]`).first()
      const before = await page.locator('h1').textContent()
      await link.click()
      await page.waitForFunction(
        (old) =>
          document.activeElement?.matches('h1') &&
          document.activeElement.textContent !== old,
        before,
      )
      const heading = await page.locator('h1:focus').innerText()
      expect(await page.title()).to.equal(`${heading} · 두레 Dure`)
      await page.goBack()
      await page.waitForFunction(
        (old) =>
          document.activeElement?.matches('h1') &&
          document.activeElement.textContent === old,
        before,
      )
    }
    await context.close()
  })

  it('gives the focus back after a dialog', async () => {
    const { context, page } = await open('/review')
    const ask = page.getByRole('button', { name: '이 기기에서 지우기' })
    await ask.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '지울까요' })
    await dialog.locator(':focus').waitFor()
    // Round and round: what lies behind is out of reach.
    for (let tabs = 0; tabs < 4; tabs += 1) {
      await page.keyboard.press('Tab')
      expect(
        await page.locator('main > * :focus:not(dialog *)').count(),
      ).to.equal(0)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await isFocused(ask)).to.equal(true)
    await context.close()
  })

  it('tells what is wrong by the field, which has the focus', async () => {
    const { context, page } = await open('/check')
    await page.getByLabel('확인 번호').fill('?')
    await page.getByRole('button', { name: '확인하기' }).click()
    const field = page.locator('[aria-invalid="true"]:focus')
    await field.waitFor()
    const told = await field.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    )
    expect(told).to.include('확인 번호가 아닙니다')
    await context.close()
  })

  it('says step by step what happens, and where in the list one is', async () => {
    const { context, page } = await open('/review/1')
    await choose(page, 0, 4)
    await choose(page, 1, 3)
    await page.getByRole('link', { name: '1번째, 마침' }).waitFor()
    await page.getByRole('link', { name: '2번째, 아직' }).waitFor()
    await page.getByRole('button', { name: '다음 제안' }).click()
    const here = page.locator('.progress [aria-current]')
    await here.filter({ hasText: '2번째, 아직' }).waitFor()
    await choose(page, 0, 4)
    await choose(page, 1, 3)
    await page.locator('main .button--main').click()
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).waitFor()
    await listen(page)
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await page.getByRole('heading', { name: /기록됨/ }).waitFor()
    const said = await heard(page)
    const steps = ['봉인하는 중', '보내는 중', '공개 장부에 기록되었습니다']
    const places = steps.map((step) =>
      said.findIndex((one) => one.includes(step)),
    )
    expect(places, said.join(' | ')).to.not.include(-1)
    expect(places).to.deep.equal(places.toSorted((one, other) => one - other))
    expect(new Set(said).size, said.join(' | ')).to.equal(said.length)
    expect(await page.locator('h1:focus').innerText()).to.include('기록됨')
    await context.close()
  })

  it('says of a copy, in the one region that all buttons share, whether it was made', async () => {
    const { context, page } = await open('/roles')
    const copies = page.getByRole('button', { name: '복사', exact: true })
    expect(await copies.count()).to.be.above(3)
    expect(await page.locator('button [aria-live]').count()).to.equal(0)
    const said = page.locator('#announced')
    await context.grantPermissions(['clipboard-write'])
    await copies.first().click()
    await said
      .filter({ hasText: '복사했습니다' })
      .waitFor({ state: 'attached' })
    // As where a page came over an unprotected line.
    await page.evaluate('delete Navigator.prototype.clipboard')
    await copies.first().click()
    await said
      .filter({ hasText: '복사하지 못했습니다' })
      .waitFor({ state: 'attached' })
    await context.close()
  })

  it('shows choice, focus, edges and furrows in forced colours', async () => {
    const { context, page } = await open('/review/1')
    await page.emulateMedia({ forcedColors: 'active' })
    await page.getByRole('radio').first().waitFor()
    const faceOf = (score: number) =>
      page
        .locator('fieldset')
        .first()
        .locator('.score__face')
        .nth(score - 1)
    await choose(page, 0, 2)
    const [chosen, other] = [await styleOf(faceOf(2)), await styleOf(faceOf(4))]
    expect(chosen.background).not.to.equal(other.background)
    expect(chosen.color).not.to.equal(chosen.background)
    expect(chosen.mark).to.include('✓')
    await page.keyboard.press('ArrowRight')
    const focused = await styleOf(faceOf(3))
    expect(focused.outline).to.match(/^solid 3px/)
    expect(focused.outlineColor).not.to.equal(focused.canvas)
    for (const button of await page.locator('main .button:visible').all()) {
      const { border, borderColor, canvas } = await styleOf(button)
      expect(border).to.match(/^solid [23]px/)
      expect(borderColor).not.to.equal(canvas)
    }
    await page.goto(`${app.url}#/r/${app.sample.round}/p`)
    await page.locator('.half__mark').first().waitFor()
    const { picture } = await styleOf(page.locator('.half__mark').first())
    expect(picture).to.include('gradient')
    await context.close()
  })

  it('puts scores in one column, with their words, where five do not fit', async () => {
    const { context, page } = await open('/review/1')
    const row = page.locator('.scores__row').first()
    const places = () =>
      row.locator('.score').evaluateAll((all) =>
        all.map((one) => {
          const word = one.querySelector('.score__word')
          return {
            left: Math.round(one.getBoundingClientRect().left),
            word: Math.round(word?.getBoundingClientRect().width ?? 0),
          }
        }),
      )
    await page.setViewportSize({ width: 320, height: 640 })
    const five = await places()
    expect(new Set(five.map(({ left }) => left)).size).to.equal(5)
    await page.evaluate(() => {
      document.documentElement.dataset['size'] = '200'
    })
    const column = await places()
    expect(new Set(column.map(({ left }) => left)).size).to.equal(1)
    for (const { word } of column) expect(word).to.be.above(40)
    await context.close()
  })

  it('tells the halves apart without hue', async () => {
    const { context, page } = await open('/p')
    await page.locator('.half').first().waitFor()
    const seen = await page.locator('.half').evaluateAll((all) =>
      all.map((one) => {
        const mark = one.querySelector('.half__mark')
        const picture = mark ? getComputedStyle(mark).backgroundImage : ''
        return `${one.textContent.trim()} ${/\d+deg/.exec(picture)?.[0] ?? 'level'}`
      }),
    )
    const kinds = [...new Set(seen)].sort()
    expect(kinds.map((one) => one.slice(0, 3))).to.deep.equal([
      '가 조',
      '나 조',
    ])
    expect(new Set(kinds.map((one) => one.slice(4))).size).to.equal(2)
    await context.close()
  })

  it('moves nothing for who wants no motion', async () => {
    const { context, page } = await open('/review/1')
    const moving = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const style = getComputedStyle(element)
            return (
              parseFloat(style.transitionDuration) > 0 ||
              style.animationName !== 'none'
            )
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      )
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await moving()).not.to.deep.equal([])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await moving()).to.deep.equal([])
    await context.close()
  })

  it('answers a score within 200 ms, four times slower', async () => {
    const { context, page } = await open('/review/1')
    await page.getByRole('radio').first().waitFor()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    let best = Infinity
    // The best of ten: the machine does other things, too.
    for (let press = 0; press < 10 && best > 200; press += 1)
      best = Math.min(best, await answerTo(page, 1 + (press % 5)))
    console.log(`      ${Math.round(best)} ms`)
    expect(best).to.be.at.most(200)
    await context.close()
  })
})

type Located = ReturnType<Page['locator']>

/** As a finger does: on the label, since the button itself is drawn over. */
async function choose(page: Page, group: number, score: number): Promise<void> {
  const fieldset = page.locator('fieldset').nth(group)
  await fieldset
    .locator('.score')
    .nth(score - 1)
    .click()
  await fieldset
    .locator(`input:checked[value="${score}"]`)
    .waitFor({ state: 'attached' })
}

function isFocused(wanted: Located): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement)
}

/** Writes down what regions say from now on, through changes of page. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const regions = '[role="status"], [role="alert"], [aria-live]'
    const watched = { subtree: true, childList: true, characterData: true }
    new MutationObserver(() => {
      for (const region of document.querySelectorAll(regions)) {
        const text = region.textContent.trim()
        if (text !== '' && said.at(-1) !== text) said.push(text)
      }
    }).observe(document.body, watched)
  })
}

function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
}

function styleOf(element: Located) {
  return element.evaluate((one) => {
    const style = getComputedStyle(one)
    return {
      background: style.backgroundColor,
      color: style.color,
      border: `${style.borderTopStyle} ${style.borderTopWidth}`,
      borderColor: style.borderTopColor,
      outline: `${style.outlineStyle} ${style.outlineWidth}`,
      outlineColor: style.outlineColor,
      picture: style.backgroundImage,
      mark: getComputedStyle(one, '::after').content,
      canvas: getComputedStyle(document.body).backgroundColor,
    }
  })
}

/** Milliseconds from a press of a score to the picture that shows it. */
function answerTo(page: Page, score: number): Promise<number> {
  return page.evaluate(
    (value) =>
      new Promise<number>((resolve) => {
        const radio = document.querySelector<HTMLInputElement>(
          `fieldset input[value="${value}"]`,
        )
        const began = performance.now()
        radio?.click()
        requestAnimationFrame(() => {
          setTimeout(() => {
            resolve(performance.now() - began)
          })
        })
      }),
    score,
  )
}
