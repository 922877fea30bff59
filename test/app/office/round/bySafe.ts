/** How officials act where a Safe holds the role: the page's file, signed and sent by its owner. */
import { readFile } from 'node:fs/promises'
import type { WriteClient } from '../../../../chain/clients.ts'
import {
  executeBySafe,
  type Safe,
  type SafeCall,
} from '../../../relayer/support/safe.ts'
import type { Deed } from './deed.ts'

export type SafeFile = { transactions: readonly SafeCall[] }

/** `meanwhile`: what happens while the owners have the file. */
export function bySafe(
  payer: WriteClient,
  safe: Safe,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Deed {
  return async (page) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Safe 파일 받기' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    const { transactions } = JSON.parse(text) as SafeFile
    await meanwhile()
    for (const call of transactions) await executeBySafe(payer, safe, call)
  }
}
