/** When contact data go at a relayer, and what still links people to seats. */
import type { Address } from 'viem'
import { relayerClient } from './client.ts'
import { askRelayer } from './refusal.ts'
import type { Desk } from './registrar.ts'
import { authorization } from './session.ts'

/** Unix seconds; null: none is set, and nothing deleted yet. */
export type Retention = { deleteAt: number | null; deletedAt: number | null }
/** By table and column of the relayer. */
export type Link = { place: string; count: number }

export async function fetchRetention(
  relayer: string,
  round: Address,
): Promise<Retention> {
  const { retention } = relayerClient(relayer).rounds[':round']
  const param = { round }
  const answer = await askRelayer(() => retention.$get({ param }))
  return (await answer.json()) as Retention
}

export async function fetchLinks(
  relayer: string,
  round: Address,
): Promise<Link[]> {
  const { links } = relayerClient(relayer).rounds[':round']
  const answer = await askRelayer(() => links.$get({ param: { round } }))
  return ((await answer.json()) as { links: Link[] }).links
}

export async function setRetention(
  { round, session }: Desk,
  deleteAt: number,
): Promise<void> {
  const { retention } = relayerClient(session.relayer).rounds[':round']
  const given = { param: { round }, json: { deleteAt } }
  await askRelayer(() => retention.$put(given, authorization(session)))
}

export async function deleteLinks({ round, session }: Desk): Promise<void> {
  const { links } = relayerClient(session.relayer).rounds[':round']
  const given = { param: { round } }
  await askRelayer(() => links.$delete(given, authorization(session)))
}

export type KeptAct = {
  number: number
  /** Unix seconds. */
  doneAt: number
  /** Null: the relayer, by itself. */
  official: string | null
  act: string
  reviewer: number | null
  detail: string | null
}

/** Latest first. */
export async function fetchActs({ round, session }: Desk): Promise<KeptAct[]> {
  const { acts } = relayerClient(session.relayer).rounds[':round']
  const given = { param: { round }, query: {} }
  const answer = await askRelayer(() =>
    acts.$get(given, authorization(session)),
  )
  return ((await answer.json()) as { acts: KeptAct[] }).acts
}
