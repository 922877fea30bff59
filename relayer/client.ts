/** A typed client of the relayer, for browsers and Node: types only, and `fetch`. */
import { hc } from 'hono/client'
import type { AppType } from './http/createApp.ts'

export function createRelayerClient(url: string) {
  return hc<AppType>(url)
}

export type RelayerClient = ReturnType<typeof createRelayerClient>
