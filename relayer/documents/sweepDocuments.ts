/** Lets go of documents that the chain did not name in time. */
import type { Address, Hash } from 'viem'
import type { Services } from '../services.ts'
import { patience } from './acceptDocument.ts'
import { isAwaited } from './isAwaited.ts'
import { isNamed } from './isNamed.ts'
import { keepForGood } from './keepForGood.ts'
import { listedBy } from './listedBy.ts'

const mostAtOnce = 100

export async function sweepDocuments(services: Services): Promise<void> {
  const { timestamp } = await services.head()
  const rows = await services.database.db
    .selectFrom('documents')
    .select(['digest', 'round'])
    .where('until', '<', timestamp)
    .orderBy('until')
    .limit(mostAtOnce)
    .execute()
  for (const { digest, round } of rows)
    await settle(services, round as Address, digest as Hash, timestamp)
}

async function settle(
  services: Services,
  round: Address,
  digest: Hash,
  now: number,
): Promise<void> {
  const { db } = services.database
  const listing = await listedBy(db, digest)
  const stays = listing.some(({ until }) => until === null)
  if (stays || (await isNamed(services, round, digest)))
    await keepForGood(db, digest)
  else if (listing.length > 0 || (await isAwaited(db, [digest])))
    await db
      .updateTable('documents')
      .set({ until: now + patience })
      .where('digest', '=', digest)
      .execute()
  else
    await db
      .deleteFrom('documents')
      .where('digest', '=', digest)
      .where('until', '<', now)
      .execute()
}
