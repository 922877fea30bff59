/** Follows recorded acts until their blocks are deep, and sends again what fell out. */
import type { Updateable } from 'kysely'
import type { Hash } from 'viem'
import { getTransactionReceipt } from 'viem/actions'
import { TransactionReceiptNotFoundError } from 'viem'
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
    const block = await findBlock(services, row.transaction as Hash)
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

async function findBlock(
  { node }: Services,
  hash: Hash,
): Promise<number | undefined> {
  try {
    const receipt = await getTransactionReceipt(node.reader, { hash })
    return Number(receipt.blockNumber)
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined
    throw error
  }
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
  { id }: Row,
  change: Updateable<SignedActTable>,
): Promise<void> {
  await db.updateTable('signed_acts').set(change).where('id', '=', id).execute()
}
