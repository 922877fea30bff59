/** What was read stays on this device, so that it can be read without a network. */
import type {
  PersistedClient,
  Persister,
} from '@tanstack/react-query-persist-client'
import type { Query } from '@tanstack/react-query'
import { createStore, del, get, set } from 'idb-keyval'

const name = 'read'
const store = createStore('dure', 'read')

/** Milliseconds between two writings, however much is read meanwhile. */
const pause = 5_000

let latest: PersistedClient | undefined

/** As objects, not as text: bigints and bytes are among them. */
export const keptQueries: Persister = {
  persistClient(client: PersistedClient) {
    if (!latest) setTimeout(writeLatest, pause)
    latest = client
  },
  restoreClient: () => quietly(() => get<PersistedClient>(name, store)),
  async removeClient() {
    latest = undefined
    await quietly(() => del(name, store))
  },
}

/**
 * The head is old at once, documents are the service worker's, an official's desk is
 * nobody's, and what people act upon at once is asked anew.
 */
const notKept: readonly unknown[] = [
  'head',
  'document',
  'desk',
  'trusteeView',
  'finish',
]

export function isKept({ queryKey, state }: Query): boolean {
  return state.status === 'success' && !notKept.includes(queryKey[0])
}

function writeLatest(): void {
  const client = latest
  latest = undefined
  if (client) void quietly(() => set(name, client, store))
}

/** A private window may keep nothing: then it is read anew each time. */
async function quietly<value>(
  act: () => Promise<value>,
): Promise<value | undefined> {
  try {
    return await act()
  } catch {
    return undefined
  }
}
