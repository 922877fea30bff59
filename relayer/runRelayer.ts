/** Runs a relayer by its environment until it is told to stop. */
import { once } from 'node:events'
import { readConfig } from './config/readConfig.ts'
import { jsonLog } from './log.ts'
import { startRelayer } from './startRelayer.ts'

export type RunRelayerParameters = {
  env: Readonly<Record<string, string | undefined>>
  /** Takes the log. */
  out: { write(text: string): unknown }
  stop: AbortSignal
}

/** Resolves once everything that was under way is ended in order. */
export async function runRelayer({
  env,
  out,
  stop,
}: RunRelayerParameters): Promise<void> {
  const relayer = await startRelayer(readConfig(env), jsonLog(out))
  if (!stop.aborted) await once(stop, 'abort')
  await relayer.stop()
}
