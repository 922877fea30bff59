/** Follows ballots that another one superseded until that is deep in the chain. */
import { type Address, getAddress } from 'viem'
import type { Services } from '../services.ts'
import { noteOutcomes } from './finishCast.ts'
import type { CastBallot } from './readCast.ts'
import { settleByChain, superseded } from './settleByChain.ts'

type Place = { round: Address; block: number }

export async function followSkipped(services: Services): Promise<void> {
  const { db } = services.database
  const places = await db
    .selectFrom('ballots')
    .select(['round', 'block'])
    .where('state', '=', 'skipped')
    .where('reason', '=', superseded)
    .where('block', 'is not', null)
    .distinct()
    .execute()
  for (const { block, round } of places)
    if (block !== null)
      await lookAgain(services, { round: getAddress(round), block })
}

async function lookAgain(services: Services, place: Place): Promise<void> {
  const { block, round } = place
  const { db } = services.database
  const ballots: CastBallot[] = await db
    .selectFrom('ballots')
    .select(['reviewer', 'version', 'digest'])
    .where('state', '=', 'skipped')
    .where('round', '=', round)
    .where('block', '=', block)
    .execute()
  const { number } = await services.head()
  const range = { round, fromBlock: BigInt(block) }
  const outcomes = await settleByChain(services, range, ballots)
  const fallen = outcomes.filter(({ state }) => state !== 'skipped')
  if (fallen.length > 0)
    services.log('supersederFellOut', { round, ballots: fallen.length })
  await noteOutcomes(db, round, fallen, { state: 'skipped', block })
  if (Number(number) - block >= services.node.finality)
    await forgetPlace(services, place)
}

async function forgetPlace(
  { database: { db } }: Services,
  { block, round }: Place,
): Promise<void> {
  await db
    .updateTable('ballots')
    .set({ block: null })
    .where('state', '=', 'skipped')
    .where('round', '=', round)
    .where('block', '=', block)
    .execute()
}
