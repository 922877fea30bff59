/** A typed client of the relayer, for browsers and Node: types only, and `fetch`. */
import { hc } from 'hono/client'
import type { AppType } from './http/createApp.ts'

export function createRelayerClient(
  url: string,
  headers: Readonly<Record<string, string>> = {},
) {
  return hc<AppType>(url, { headers })
}

export type RelayerClient = ReturnType<typeof createRelayerClient>
