/** Asks the relayers in turn: the next one where one cannot be reached. */
import { type RelayerClient, relayerClient } from './client.ts'
import { RelayerRefusedError, RelayerUnreachableError } from './refusal.ts'

/** Where every relayer fails, what the last one said. */
export async function askAny<answer>(
  relayers: readonly string[],
  ask: (client: RelayerClient) => Promise<answer>,
): Promise<answer> {
  let last: unknown = new RelayerUnreachableError({ cause: 'None is set.' })
  for (const url of relayers) {
    try {
      return await ask(relayerClient(url))
    } catch (error) {
      if (!isTrouble(error)) throw error
      last = error
    }
  }
  throw last
}

/** Of the relayer itself, and not of what it was asked. */
export function isTrouble(error: unknown): boolean {
  if (error instanceof RelayerRefusedError)
    return error.status >= 500 || error.status === 429
  return error instanceof RelayerUnreachableError
}
