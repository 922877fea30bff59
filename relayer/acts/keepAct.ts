/** Keeps an act, one of a key at a time. */
import { sql, type Transaction } from 'kysely'
import { type Address, getAddress, type Hash } from 'viem'
import type { Tables } from '../storage/schema.ts'
import { ActUnderWayError } from './errors.ts'
import { type ReadAct, toReadAct } from './readAct.ts'
import { documentOf, type SignedAct } from './signedAct.ts'

export type KeptAct = {
  id: Hash
  round: Address
  act: SignedAct
  receivedAt: number
  fromBlock: number
}

/** One that was refused before gets its chance again. */
export async function keepAct(
  transaction: Transaction<Tables>,
  { act, fromBlock, id, receivedAt, round }: KeptAct,
): Promise<ReadAct> {
  const key = getAddress(act.key)
  const name = `act ${round} ${key}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(
    transaction,
  )
  const row = {
    ...{ id, round, key, act: JSON.stringify(act) },
    document: documentOf(act) ?? null,
    state: 'waiting',
    ...{ error: null, params: null, tries: 0, block: null, transaction: null },
    received_at: receivedAt,
    from_block: fromBlock,
  } as const
  const others = await transaction
    .selectFrom('signed_acts')
    .selectAll()
    .where('round', '=', round)
    .where('key', '=', key)
    .where((is) => is.or([is('id', '=', id), is('state', '=', 'waiting')]))
    .execute()
  const same = others.find((one) => one.id === id)
  if (same && same.state !== 'refused') return toReadAct(same)
  const other = others.find((one) => one.id !== id)
  if (other) throw new ActUnderWayError({ id: other.id as Hash })
  await transaction
    .insertInto('signed_acts')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  return toReadAct(row)
}
