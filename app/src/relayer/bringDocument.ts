/** Brings a document to every relayer that takes it; the chain will name it by its digest. */
import { type Address, type Hash, sha256 } from 'viem'
import { toCid } from '../../../protocol/cid.ts'
import { jsonText } from '../../../protocol/jsonText.ts'
import { askRelayer, RelayerUnreachableError } from './refusal.ts'

/** Fails only where none takes it. */
export async function bringDocument(
  relayers: readonly string[],
  round: Address,
  content: object,
): Promise<Hash> {
  const body = new TextEncoder().encode(jsonText(content))
  const digest = sha256(body)
  const headers = { 'content-type': 'application/json' }
  const path = `/documents/${toCid(digest)}?round=${round}`
  const brought = await Promise.allSettled(
    relayers.map((relayer) =>
      askRelayer(() => fetch(relayer + path, { method: 'PUT', body, headers })),
    ),
  )
  const isThere = brought.some(({ status }) => status === 'fulfilled')
  if (isThere) return digest
  const refused = brought.find((one) => one.status === 'rejected')
  throw (
    refused?.reason ?? new RelayerUnreachableError({ cause: 'None is set.' })
  )
}
