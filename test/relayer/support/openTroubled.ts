/** A relayer, its database and its round, with a proxy between it and the node. */
import type { Rules } from '../../../protocol/rules.ts'
import { startDroppingProxy } from '../../chains/support/droppingProxy.ts'
import { pglite, type DatabaseKind } from './databases.ts'
import { openReview, type ReviewSizes } from './openReview.ts'
import { runRelayer } from './runRelayer.ts'

export type Troubled = Awaited<ReturnType<typeof openTroubled>>

export type TroubledParameters = {
  sizes?: ReviewSizes
  rules?: Partial<Rules>
  kind?: DatabaseKind
  /** Where its database is to be; else where there is room. */
  disk?: string | undefined
  /** In the relayer's environment. */
  changes?: Record<string, string>
}

/** Answers the parts, and how to close them all. */
export async function openTroubled({
  sizes = { communities: 6, seats: 2 },
  rules = { ballotLimit: 1 },
  kind = pglite(),
  disk,
  changes = {},
}: TroubledParameters = {}) {
  const stage = await openReview(sizes, rules)
  const proxy = await startDroppingProxy(stage.url)
  const database = await (disk ? kind.createOn(disk) : kind.create())
  const place = { ...stage, url: proxy.url }
  const relayer = await runRelayer(place, database, changes)
  return {
    ...{ stage, proxy, database, relayer },
    async close(): Promise<void> {
      proxy.goOn()
      proxy.beHonest()
      await relayer.stop()
      await database.drop()
      await kind.end()
      await proxy.close()
      await stage.close()
    },
  }
}
