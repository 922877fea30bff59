/** Follows recorded ballots until their blocks are deep, and sees what fell out. */
import type { Address, Hash } from 'viem'
import { findReceipt } from '../../chain/delivery/lookAt.ts'
import type { Services } from '../services.ts'
import { noteOutcomes } from './finishCast.ts'
import type { CastBallot } from './readCast.ts'
import { settleByChain } from './settleByChain.ts'

type Page = { round: Address; transaction: Hash; block: number }

export async function followRecorded(services: Services): Promise<void> {
  const pages = await readPages(services)
  if (pages.length === 0) return
  const { number } = await services.head()
  for (const page of pages) {
    const receipt = await findReceipt(services.node.reader, page.transaction)
    if (receipt === undefined) await seeWhatFellOut(services, page)
    else if (Number(receipt.blockNumber) !== page.block)
      await update(services, page, { block: Number(receipt.blockNumber) })
    else if (Number(number) - page.block >= services.node.finality)
      await update(services, page, { state: 'final' })
  }
}

async function readPages({ database: { db } }: Services): Promise<Page[]> {
  const rows = await db
    .selectFrom('ballots')
    .select(['round', 'transaction', 'block'])
    .where('state', '=', 'recorded')
    .distinct()
    .execute()
  return rows as Page[]
}

async function update(
  { database: { db } }: Services,
  { transaction }: Page,
  change: { state: 'final' } | { block: number },
): Promise<void> {
  await db
    .updateTable('ballots')
    .set(change)
    .where('state', '=', 'recorded')
    .where('transaction', '=', transaction)
    .execute()
}

/** A reorganisation removed the page: they may be in another, or wait again. */
async function seeWhatFellOut(services: Services, page: Page): Promise<void> {
  const { db } = services.database
  const { block, round, transaction } = page
  const ballots: CastBallot[] = await db
    .selectFrom('ballots')
    .select(['reviewer', 'version', 'digest'])
    .where('state', '=', 'recorded')
    .where('transaction', '=', transaction)
    .execute()
  const range = { round, fromBlock: BigInt(block) }
  const outcomes = await settleByChain(services, range, ballots)
  const fallen = outcomes.filter(({ state }) => state !== 'recorded')
  services.log('fellOut', { round, transaction, ballots: fallen.length })
  await noteOutcomes(db, round, outcomes, { state: 'recorded', transaction })
}
