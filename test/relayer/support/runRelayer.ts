/** A relayer inside the test, and a client of it. */
import { createRelayerClient } from '../../../relayer/client.ts'
import { readConfig } from '../../../relayer/config/readConfig.ts'
import { startRelayer } from '../../../relayer/startRelayer.ts'
import type { TestDatabase } from './databases.ts'
import type { ReviewStage } from './openReview.ts'
import { relayerKeys } from './serveStage.ts'

export type RunningRelayer = Awaited<ReturnType<typeof runRelayer>>

/** What the relayer's process would find in its environment. */
export function relayerEnv(
  { chain, url }: Pick<ReviewStage, 'chain' | 'url'>,
  { env }: Pick<TestDatabase, 'env'>,
  changes: Record<string, string> = {},
): Record<string, string> {
  return {
    DURE_RPC_URL: url,
    DURE_FACTORY: chain.factory,
    DURE_RECEIPTS: chain.receipts,
    DURE_RELAYER_KEY: relayerKeys[0] ?? '',
    DURE_PAGE_SECONDS: '0',
    DURE_REQUESTS_PER_MINUTE: '100000',
    PORT: '0',
    ...env,
    ...changes,
  }
}

export async function runRelayer(
  stage: Pick<ReviewStage, 'chain' | 'url'>,
  database: Pick<TestDatabase, 'env'>,
  changes: Record<string, string> = {},
) {
  const lines: Record<string, unknown>[] = []
  const config = readConfig(relayerEnv(stage, database, changes))
  const relayer = await startRelayer(config, (event, fields) => {
    lines.push({ event, ...fields })
  })
  return { ...relayer, client: createRelayerClient(relayer.url), lines }
}
