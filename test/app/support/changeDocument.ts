/** A relayer that hands out another text than the one registered. */
import type { BrowserContext } from 'playwright-core'
import type { Hash } from 'viem'
import { toCid } from '../../../protocol/cid.ts'

type Texts = { texts: { digest: Hash; bytes: string }[] }

/** Alone, and among others. */
export async function changeDocument(
  context: BrowserContext,
  digest: Hash,
  from: string,
  to: string,
): Promise<void> {
  await context.route(`**/documents/${toCid(digest)}*`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replaceAll(from, to)
    await route.fulfill({ response, body })
  })
  await context.route('**/texts?*', async (route) => {
    const response = await route.fetch()
    const json = (await response.json()) as Texts
    for (const text of json.texts)
      if (text.digest === digest) text.bytes = change(text.bytes, from, to)
    await route.fulfill({ response, json })
  })
}

function change(bytes: string, from: string, to: string): string {
  const text = Buffer.from(bytes, 'base64').toString('utf8')
  return Buffer.from(text.replaceAll(from, to)).toString('base64')
}
