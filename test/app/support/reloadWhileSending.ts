/** A page that is reloaded once its wallet has sent, and before it has heard of the chain. */
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import type { Visit } from './browsing.ts'
import type { TestWallet } from './testWallet.ts'

export async function reloadWhileSending(
  { context, page, wallet }: Visit & { wallet: TestWallet },
  node: string,
  press: () => Promise<unknown>,
): Promise<void> {
  const before = countSent(wallet)
  await context.route(`${node}/**`, (route) =>
    /eth_getTransactionReceipt/.test(route.request().postData() ?? '')
      ? route.abort()
      : route.continue(),
  )
  await press()
  await untilAsync(() => Promise.resolve(countSent(wallet) > before), 30_000)
  await page.reload()
  await context.unroute(`${node}/**`)
}

export function countSent({ asked }: TestWallet): number {
  return asked.filter((method) => method === 'eth_sendTransaction').length
}
