/** Brings a document to the relayers, before the chain names it. */
import type { Address } from 'viem'
import { toCid } from '../../../protocol/cid.ts'
import type { WrittenDocument } from '../documents/writeDocument.ts'
import { askRelayer, RelayerUnreachableError } from './refusal.ts'

/** To all of them; throws what the last one said where none takes it. */
export async function bringDocument(
  relayers: readonly string[],
  round: Address,
  document: WrittenDocument,
): Promise<void> {
  const brought = await Promise.allSettled(
    relayers.map((relayer) => bringTo(relayer, round, document)),
  )
  if (brought.some(({ status }) => status === 'fulfilled')) return
  const last = brought.at(-1)
  throw last?.status === 'rejected'
    ? last.reason
    : new RelayerUnreachableError({ cause: 'None is set.' })
}

async function bringTo(
  relayer: string,
  round: Address,
  { bytes, digest }: WrittenDocument,
): Promise<void> {
  const url = `${relayer}/documents/${toCid(digest)}?round=${round}`
  const headers = { 'content-type': 'application/json' }
  await askRelayer(() => fetch(url, { method: 'PUT', body: bytes, headers }))
}
