/** The dApp, with a relayer, over a served chain, for people who act by wallets. */
import type { Browser } from 'playwright-core'
import { privateKeyToAccount } from 'viem/accounts'
import { registerRelayer } from '../../../chain/registerRelayer.ts'
import type { ServedChain } from '../../../cli/servedChain.ts'
import { appUrl, holdAppPort } from '../../../scripts/sampleApp.ts'
import { serveApp } from '../../../scripts/serveApp.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import { databaseKinds } from '../../relayer/support/databases.ts'
import {
  runRelayer,
  type RunningRelayer,
} from '../../relayer/support/runRelayer.ts'
import type { Safe } from '../../relayer/support/safe.ts'
import { type Device, type Visit, visit } from './browsing.ts'
import { addWallet, type TestWallet } from './testWallet.ts'

export type Office = Pages & { relayer: RunningRelayer }

/** What there is where no relayer is. */
export type Pages = {
  /** The first address of the dApp, with a slash behind it. */
  url: string
  /**
   * With the wallet of `keyOf(name)`, or one that is the Safe, already chosen;
   * `path` begins with `/`.
   */
  enter(
    browser: Browser,
    name: string,
    path: string,
    device?: Device,
    safe?: Safe,
  ): Promise<Visit & { wallet: TestWallet }>
  close(): Promise<void>
}

type Stage = { chain: ServedChain; url: string }

const [embedded] = databaseKinds

/** `settings`: variables of the relayer, beside those it must have. */
export async function openOffice(
  stage: Stage,
  settings: Record<string, string> = {},
): Promise<Office> {
  const { chain } = stage
  const held = await holdAppPort(true)
  const app = appUrl(held)
  const database = await embedded!.create()
  const relayer = await runRelayer(stage, database, {
    ...{ DURE_APP: app, DURE_ORIGINS: new URL(app).origin },
    ...settings,
  })
  const { receipts } = chain
  const { sender } = relayer.services.node
  await registerRelayer(sender, { receipts, url: relayer.url })
  await held.release()
  const pages = await openPages(stage, [relayer.url], held.port)
  return {
    ...{ ...pages, relayer },
    async close() {
      await pages.close()
      await relayer.stop()
      await database.drop()
      await embedded!.end()
    },
  }
}

/** The dApp and the node alone, unless relayers are told. */
export async function openPages(
  { chain, url: node }: Stage,
  relayers: readonly string[] = [],
  port?: number,
): Promise<Pages> {
  const { factory, receipts } = chain
  const [, passkeyVerifier] = chain.verifiers
  const config = {
    ...{ chainId: 31_337, node, factory, receipts, passkeyVerifier },
    ...{ relayers, fromBlock: 0 },
  }
  const served = await serveApp(config, port === undefined ? {} : { port })
  return {
    url: served.url,
    async enter(browser, name, path, device = {}, safe?) {
      const visited = await visit(browser, 'about:blank', device)
      const secret = keyOf(name)
      const { address } = safe ?? privateKeyToAccount(secret)
      const chosen = { wallet: 'org.example.testwallet', address }
      await visited.context.addInitScript((account) => {
        if (location.protocol === 'about:') return
        if (localStorage.getItem('dure.actingWallet') === null)
          localStorage.setItem('dure.actingWallet', JSON.stringify(account))
      }, chosen)
      const place = { node, secret, chainId: 31_337, safe }
      const wallet = await addWallet(visited.context, place)
      await visited.page.goto(`${served.url}#${path}`)
      return { ...visited, wallet }
    },
    close: () => served.close(),
  }
}
