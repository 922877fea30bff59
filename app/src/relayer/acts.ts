/** Signed acts at a relayer: handed in, and what it says became of them. */
import type { Hash } from 'viem'
import { jsonText } from '../../../protocol/jsonText.ts'
import { type SignedAct, toSignedFile } from '../../../protocol/signedAct.ts'
import { isTrouble } from './ask.ts'
import { relayerClient } from './client.ts'
import {
  askRelayer,
  RelayerRefusedError,
  RelayerUnreachableError,
} from './refusal.ts'

export type ToldAct = {
  id: Hash
  state: 'waiting' | 'recorded' | 'final' | 'refused'
  error: string | null
  message: { ko: string; en: string } | null
}

export type HandedIn = { relayer: string; told: ToldAct }

/** To the first that takes it; the same act again gets the same answer. */
export async function postAct(
  relayers: readonly string[],
  act: SignedAct,
  document?: Uint8Array,
): Promise<HandedIn> {
  let last: unknown = new RelayerUnreachableError({ cause: 'None is set.' })
  for (const relayer of relayers) {
    try {
      return { relayer, told: await postTo(relayer, act, document) }
    } catch (error) {
      if (!isTrouble(error)) throw error
      last = error
    }
  }
  throw last
}

async function postTo(
  relayer: string,
  act: SignedAct,
  document: Uint8Array | undefined,
): Promise<ToldAct> {
  const place = relayerClient(relayer).rounds[':round']
  const param = { round: act.round }
  const wire: unknown = JSON.parse(jsonText(toSignedFile(act)))
  const brought = document ? { document: toBase64(document) } : {}
  // The file is what the relayer's schema asks for: docs/files.md.
  const json = { act: wire, ...brought } as never
  const answer = await askRelayer(() =>
    act.type === 'Objection'
      ? place.objections.$post({ param, json })
      : place.proposals.$post({ param, json }),
  )
  return (await answer.json()) as ToldAct
}

/** None where the relayer has forgotten it. The chain decides, not this. */
export async function fetchAct(
  relayer: string,
  { round, type }: Pick<SignedAct, 'round' | 'type'>,
  id: Hash,
): Promise<ToldAct | undefined> {
  const place = relayerClient(relayer).rounds[':round']
  const { acts } = type === 'Objection' ? place.objections : place.proposals
  try {
    const answer = await askRelayer(() =>
      acts[':id'].$get({ param: { round, id } }),
    )
    return (await answer.json()) as ToldAct
  } catch (error) {
    const isUnknown = error instanceof RelayerRefusedError
    if (isUnknown && error.status === 404) return undefined
    throw error
  }
}

function toBase64(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte))
  return btoa(letters.join(''))
}
