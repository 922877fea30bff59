/** A trustee at the page, in a browser profile of its own, with a file on its disk. */
import type { Browser, Page } from 'playwright-core'
import type { Pages } from '../support/openOffice.ts'

export type TrusteeDesk = Awaited<ReturnType<typeof openDesk>>

export const passphrase = 'lamp river orbit canvas'

/** Milliseconds for what takes a passphrase's work and a look at the chain. */
const patience = 30_000

export async function openDesk(
  browser: Browser,
  office: Pages,
  { folder, name, round }: { folder: string; name: string; round: string },
) {
  const visited = await office.enter(browser, name, `/r/${round}/trustee`)
  const { page } = visited
  page.setDefaultTimeout(patience)
  const file = `${folder}/${name}.age`

  async function save(press: string): Promise<void> {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: press }).click()
    await (await download).saveAs(file)
  }

  return {
    ...visited,
    name,
    file,
    /** Makes a file; it is on the disk and not read back yet. */
    async make(secret = passphrase): Promise<void> {
      await page.getByLabel('새 파일 암호').fill(secret)
      await page.getByLabel('한 번 더').fill(secret)
      await save('비밀 만들고 파일 저장하기')
    },
    addSecrets: () => save('비밀 더하고 파일 저장하기'),
    open: (press: string, path = file, secret = passphrase) =>
      openFile(page, press, { path, secret }),
    async act(label: string): Promise<void> {
      await page.getByRole('button', { name: label }).click()
    },
    says: (text: string | RegExp) => page.getByText(text).first().waitFor(),
  }
}

async function openFile(
  page: Page,
  press: string,
  { path, secret }: { path: string; secret: string },
): Promise<void> {
  await page.getByLabel('열쇠지기 파일').setInputFiles(path)
  await page.getByLabel('파일 암호', { exact: true }).fill(secret)
  await page.getByRole('button', { name: press }).click()
}
