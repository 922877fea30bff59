/** The client of the node that the page asks. */
import { useMemo } from 'react'
import { createClient, http } from 'viem'
import type { ReadClient } from '../../../chain/clients.ts'
import { useConfig } from '../config/useConfig.ts'

/** Milliseconds that a node gets for an answer, twice: else nobody hears of its silence for minutes. */
const timeout = 20_000
const retryCount = 1

const clients = new Map<string, ReadClient>()

export function nodeClient(url: string): ReadClient {
  const known = clients.get(url)
  if (known) return known
  const transport = http(url, {
    batch: { batchSize: 200 },
    timeout,
    retryCount,
  })
  // The address, so that what was read of it is found again next time.
  const client = { ...createClient({ transport }), uid: url }
  clients.set(url, client)
  return client
}

export function useNode(): ReadClient {
  const { node } = useConfig()
  return useMemo(() => nodeClient(node), [node])
}
