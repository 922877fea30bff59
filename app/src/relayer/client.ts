/** The relayers of the configuration: the first that answers is used. */
import {
  createRelayerClient,
  type RelayerClient,
} from '../../../relayer/client.ts'
import { patientFetch } from './patientFetch.ts'

export type { RelayerClient }

const clients = new Map<string, RelayerClient>()

export function relayerClient(url: string): RelayerClient {
  const known = clients.get(url)
  if (known) return known
  const client = createRelayerClient(url, {}, patientFetch)
  clients.set(url, client)
  return client
}
