/** Where an act stands. */
import type { Selectable } from 'kysely'
import type { Address, Hash } from 'viem'
import { explain } from '../messages/explain.ts'
import type { Message, Params } from '../messages/message.ts'
import type { Database } from '../storage/openDatabase.ts'
import type { SignedActState, SignedActTable } from '../storage/schema.ts'
import { documentOf, type SignedAct } from './signedAct.ts'

export type ReadAct = {
  id: Hash
  round: Address
  type: SignedAct['type']
  key: Address
  version: number | null
  reviewer: number | null
  document: Hash | null
  state: SignedActState
  /** Why the round does not take it: its error. */
  error: string | null
  params: Params | null
  message: Message | null
  receivedAt: number
  block: number | null
  transaction: string | null
}

export async function findAct(
  { db }: Pick<Database, 'db'>,
  { id, round }: { id: string; round: Address },
): Promise<ReadAct | undefined> {
  const row = await db
    .selectFrom('signed_acts')
    .selectAll()
    .where('id', '=', id)
    .where('round', '=', round)
    .executeTakeFirst()
  return row && toReadAct(row)
}

export function toReadAct(row: Selectable<SignedActTable>): ReadAct {
  const act = JSON.parse(row.act) as SignedAct
  const { block, error, state, transaction } = row
  const params = row.params === null ? null : (JSON.parse(row.params) as Params)
  return {
    id: row.id as Hash,
    round: row.round as Address,
    type: act.type,
    key: row.key as Address,
    version: act.type === 'Objection' ? null : act.message.version,
    reviewer: act.type === 'Objection' ? (act.reviewer ?? null) : null,
    document: documentOf(act) ?? null,
    ...{ state, error, params },
    message: error === null ? null : explain(error, params ?? {}),
    receivedAt: row.received_at,
    ...{ block, transaction },
  }
}
