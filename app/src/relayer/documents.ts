/** Brings a document to the relayers, before or after the chain names it. */
import type { Address, Hash } from 'viem'
import { toCid } from '../../../protocol/cid.ts'
import type { MediaType } from '../../../protocol/mediaType.ts'
import { patientFetch } from './patientFetch.ts'
import { askRelayer, RelayerUnreachableError } from './refusal.ts'

export type BroughtDocument = {
  digest: Hash
  bytes: Uint8Array<ArrayBuffer>
  type?: MediaType
}

/** To all of them; one is enough. The same again changes nothing. */
export async function bringDocument(
  relayers: readonly string[],
  round: Address,
  document: BroughtDocument,
): Promise<void> {
  const answers = await Promise.allSettled(
    relayers.map((relayer) => bringTo(relayer, round, document)),
  )
  if (answers.some(({ status }) => status === 'fulfilled')) return
  const failed = answers.find((answer) => answer.status === 'rejected')
  throw failed?.reason instanceof Error
    ? failed.reason
    : new RelayerUnreachableError({ cause: 'None is set.' })
}

/** Whether one of them hands it out. */
export async function isAtRelayer(
  relayers: readonly string[],
  digest: Hash,
): Promise<boolean> {
  for (const relayer of relayers) {
    const url = `${relayer}/documents/${toCid(digest)}`
    const answer = await patientFetch(url).catch(() => undefined)
    if (answer?.ok) return true
  }
  return false
}

async function bringTo(
  relayer: string,
  round: Address,
  { bytes, digest, type = 'application/json' }: BroughtDocument,
): Promise<void> {
  const query = new URLSearchParams({ round }).toString()
  await askRelayer(() =>
    patientFetch(`${relayer}/documents/${toCid(digest)}?${query}`, {
      method: 'PUT',
      headers: { 'content-type': type },
      body: bytes,
    }),
  )
}
