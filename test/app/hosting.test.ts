/**
 * the built dApp
 * ├── from a plain file server, under a sub-path → starts, no request leaves the machine
 * ├── with a policy that allows no script of elsewhere and no inline one
 * ├── without config.json → says so in both languages, and what would be right
 * ├── with a wrong config.json → says which line
 * ├── with demo keys on another chain than the local one → ignores them
 * ├── has icons for home screens: each picture is the drawing, at its size
 * └── has no address of elsewhere that it would load
 */
import { expect } from 'chai'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { builtApp, serveApp } from '../../scripts/serveApp.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { visit } from './support/browsing.ts'

const address = '0x1a0E1DfD98f9D7A2a1a66210B467Df2B9739330A'
/** Nothing answers there. */
const nowhere = 'http://127.0.0.1:9'
const config = {
  chainId: 31_337,
  node: nowhere,
  factory: address,
  receipts: address,
  relayers: [],
}

describe('the built dApp', function () {
  this.timeout(60_000)
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no page is opened !!!')
      this.skip()
    }
    browser = await launchChromium()
  })
  after(async () => {
    if (hasChromium) await browser.close()
  })

  async function open(content: object, base?: string) {
    const app = await serveApp(content, base === undefined ? {} : { base })
    const visited = await visit(browser, app.url)
    const close = async () => {
      await visited.context.close()
      await app.close()
    }
    return { ...visited, close }
  }

  it('starts under a sub-path, and asks nothing of elsewhere', async () => {
    const { close, outside, page } = await open(config, '/a/b/')
    await page.getByRole('link', { name: '두레 처음 화면' }).waitFor()
    expect(outside).to.deep.equal([])
    expect(await page.evaluate(() => document.documentElement.lang)).to.equal(
      'ko',
    )
    await close()
  })

  it('allows no script but its own', async () => {
    const { close, page } = await open(config)
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content')
    expect(policy).to.include("default-src 'none'")
    expect(policy).to.include("script-src 'self';")
    expect(policy).to.include("style-src 'self';")
    expect(policy).not.to.match(/unsafe|data:/)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      return 'inlineRan' in window
    })
    expect(ran).to.be.false
    await close()
  })

  it('says that its configuration is missing', async () => {
    // A file server without it: a second visit would have what the first kept.
    const app = await serveApp(config)
    const { context, page } = await visit(browser, 'about:blank')
    await page.route('**/config.json', (route) =>
      route.fulfill({ status: 404 }),
    )
    await page.goto(app.url)
    const alert = page.getByRole('alert')
    await alert.getByText('페이지를 열 수 없습니다').waitFor()
    expect(await alert.textContent()).to.include('config.json')
    await context.close()
    await app.close()
  })

  it('says which line of its configuration is wrong', async () => {
    const { close, page } = await open({ ...config, factory: '0x12' })
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).to.include('factory: an address expected')
    await close()
  })

  it('knows no demo keys on a chain that is not local', async () => {
    const demo = {
      round: address,
      reviewers: [
        { reviewer: 1, secret: `0x${'11'.repeat(32)}`, hasCast: false },
      ],
    }
    const local = await open({ ...config, demo })
    await local.page.getByText('체험용입니다').waitFor()
    await local.close()
    const other = await open({ ...config, chainId: 1, demo })
    await other.page.getByRole('link', { name: '내 일' }).waitFor()
    expect(await other.page.getByText('체험용입니다').count()).to.equal(0)
    await other.close()
  })

  it('has icons that are one drawing', async () => {
    const { close, page } = await open(config)
    for (const size of [180, 512])
      expect(await page.evaluate(difference(size)), `${size}`).to.be.below(2)
    const manifest = await readFile(path.join(builtApp, 'manifest.webmanifest'))
    const { icons } = JSON.parse(String(manifest)) as {
      icons: { src: string }[]
    }
    const names = icons.map(({ src }) => src)
    expect(await readdir(builtApp)).to.include.members(names)
    await close()
  })

  it('loads nothing of elsewhere by any of its files', async () => {
    const names = await readdir(builtApp, { recursive: true })
    const pages = names.filter((name) => /\.(html|css|webmanifest)$/.test(name))
    expect(pages).not.to.be.empty
    for (const name of pages) {
      const text = await readFile(path.join(builtApp, name), 'utf8')
      const policy = /content="default-src[^"]*"/.exec(text)?.[0] ?? ''
      expect(text.replace(policy, ''), name).not.to.match(/(https?:)?\/\/\w/)
    }
  })
})

/** Code for a page: of 255, how far a pixel of the picture is from the drawing's. */
const difference = (size: number) => `(async () => {
  const pixels = async (src) => {
    const image = new Image(${size}, ${size})
    image.src = src
    await image.decode()
    const canvas = new OffscreenCanvas(${size}, ${size}).getContext('2d')
    canvas.fillStyle = '#1d5c46'
    canvas.fillRect(0, 0, ${size}, ${size})
    canvas.drawImage(image, 0, 0, ${size}, ${size})
    const own = [image.naturalWidth, image.naturalHeight]
    return { own, data: canvas.getImageData(0, 0, ${size}, ${size}).data }
  }
  const [picture, drawing] = await Promise.all(
    ['./icon-${size}.png', './icon.svg'].map(pixels),
  )
  if (picture.own.some((side) => side !== ${size})) return 255
  const apart = picture.data.map((value, at) => Math.abs(value - drawing.data[at]))
  return apart.reduce((sum, one) => sum + one, 0) / apart.length
})()`
