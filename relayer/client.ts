/** A typed client of the relayer, for browsers and Node: types only, and `fetch`. */
import { type ApplyGlobalResponse, hc } from 'hono/client'
import type { AppType } from './http/createApp.ts'
import type { ErrorBody, RefusalStatus } from './http/toAnswer.ts'

type Refusals = Record<RefusalStatus, { json: ErrorBody }>

/** Any route may refuse: ask for the status before the answer is read. */
export function createRelayerClient(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  ask: typeof fetch = fetch,
) {
  return hc<ApplyGlobalResponse<AppType, Refusals>>(url, {
    headers,
    fetch: ask,
  })
}

export type RelayerClient = ReturnType<typeof createRelayerClient>
