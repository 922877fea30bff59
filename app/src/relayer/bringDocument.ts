/** Brings a document to a relayer, which keeps it for good once the round names it. */
import { type Address, sha256 } from 'viem'
import { toCid } from '../../../protocol/cid.ts'
import { askRelayer } from './refusal.ts'
import { relayerClient } from './client.ts'

export async function bringDocument(
  relayer: string,
  round: Address,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const ask = relayerClient(relayer).documents[':cid']
  const request = { param: { cid: toCid(sha256(bytes)) }, query: { round } }
  const headers = { 'content-type': 'application/json' }
  await askRelayer(() => ask.$put(request, { init: { body: bytes, headers } }))
}
