/** Pages of a test, bundled as an app is, in the Chromium of this machine. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { build, preview } from 'vite'

/** Debian's shell first: without a window it takes a third of the processor's time. */
const executablePath = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  // Where `npx playwright-core install chromium` brings it.
  chromium.executablePath(),
].find((one) => existsSync(one))
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  '--disable-background-networking',
  ...['--disable-component-update', '--disable-sync'],
]

export const hasChromium = executablePath !== undefined

/** `more`: arguments of its own, such as a film for its camera. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...args, ...more],
  })
}

/** With the storage of one folder, and a port by which other tools drive it. */
export function launchProfile(
  folder: string,
  port: number,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...args, `--remote-debugging-port=${port}`],
  })
}

export type Site = { url: string; folder: string; close(): Promise<void> }

/** `localhost`, since passkeys are for names, not for numbers. */
export async function serveSite(root: string): Promise<Site> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dure-page-'))
  const shared = {
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
    worker: { format: 'es' },
  } as const
  await build(shared)
  const served = { host: 'localhost', port: 0 }
  const server = await preview({ ...shared, preview: served })
  const [url] = server.resolvedUrls?.local ?? []
  if (url === undefined) throw new Error('The page is not served.')
  async function close(): Promise<void> {
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { url, folder, close }
}
