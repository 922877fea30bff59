/** Hosts for which a sign-in message counts here: its pages', and its own. */
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import type { Services } from '../services.ts'

/**
 * Never what the request itself says: a page elsewhere could say anything. Its own
 * is the one that it registered on the chain: an official who signs in without a
 * page signs for the relayer that was asked, and no other takes that.
 */
export async function signInDomains({
  account,
  config,
  node,
}: Pick<Services, 'account' | 'config' | 'node'>): Promise<string[]> {
  const { app, origins, receipts } = config
  const relayer = account.address
  const { url } = await getRelayerRecord(node.reader, { receipts, relayer })
  const pages = [...(app === undefined ? [] : [app]), ...origins, url]
  const hosts = pages
    .filter((page) => URL.canParse(page))
    .map((page) => new URL(page).host)
  return [...new Set(hosts)]
}
