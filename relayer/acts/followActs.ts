/** Follows recorded acts until their blocks are deep, and sends again what fell out. */
import type { Updateable } from 'kysely'
import type { Hash } from 'viem'
import { findReceipt } from '../../chain/delivery/lookAt.ts'
import type { Services } from '../services.ts'
import type { SignedActTable } from '../storage/schema.ts'
import { findRecorded } from './findRecorded.ts'
import type { SignedAct } from './signedAct.ts'

type Row = Awaited<ReturnType<typeof readRecorded>>[number]

export async function followActs(services: Services): Promise<void> {
  const rows = await readRecorded(services)
  if (rows.length === 0) return
  const { number } = await services.head()
  for (const row of rows) {
    const hash = row.transaction as Hash
    const receipt = await findReceipt(services.node.reader, hash)
    const block = Number(receipt?.blockNumber ?? -1)
    if (block !== row.block) await lookAgain(services, row)
    else if (Number(number) - block >= services.node.finality)
      await update(services, row, { state: 'final' })
  }
}

function readRecorded({ database: { db } }: Services) {
  return db
    .selectFrom('signed_acts')
    .select(['id', 'act', 'from_block', 'block', 'transaction'])
    .where('state', '=', 'recorded')
    .execute()
}

/** A reorganisation moved it, or removed it: then it waits again. */
async function lookAgain(services: Services, row: Row): Promise<void> {
  const { finality } = services.node
  const fromBlock = Math.max(0, row.from_block - finality)
  const act = JSON.parse(row.act) as SignedAct
  const recorded = await findRecorded(services, act, fromBlock)
  if (!recorded) services.log('actFellOut', { act: row.id })
  const fallen = { state: 'waiting', block: null, transaction: null } as const
  await update(services, row, recorded ?? { ...fallen, from_block: fromBlock })
}

async function update(
  { database: { db } }: Services,
  { id, transaction }: Row,
  change: Updateable<SignedActTable>,
): Promise<void> {
  await db
    .updateTable('signed_acts')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'recorded')
    .where('transaction', '=', transaction)
    .execute()
}
