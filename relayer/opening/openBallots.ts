/** Opens what is left of a round's ballots, a transaction after the other. */
import type { Address } from 'viem'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { getPages } from '../../chain/getPages.ts'
import { openPages } from '../../chain/openPages.ts'
import { decryptPages } from '../../chain/opening/decryptPages.ts'
import {
  planOpeningByKey,
  type PlannedOpening,
} from '../../chain/opening/planOpeningByKey.ts'
import { readBallotSecret } from '../../chain/opening/readBallotSecret.ts'
import { readDraw } from '../../chain/readDraw.ts'
import type { RoundFacts } from '../rounds/roundBook.ts'
import type { Services } from '../services.ts'

/** Milliseconds, below what a job gets; the next one goes on. */
const longest = 600_000

export async function openBallots(
  services: Services,
  facts: RoundFacts,
): Promise<void> {
  const { account, log, node } = services
  const { round } = facts
  if (await isDone(services, round)) return
  const planNext = await preparePlanning(services, facts)
  const end = performance.now() + longest
  let planned = await planNext?.()
  // No more often than planned: a node that is behind shows nothing of it.
  for (let left = planned?.groups.length ?? 0; left > 0; left -= 1) {
    const pages = planned && chooseGroup(planned, account.address)
    if (!planNext || !pages || performance.now() > end) break
    const { counted, spoiled } = await openPages(node.sender, { round, pages })
    log('opened', { round, pages: pages.length, counted, spoiled })
    planned = await planNext()
  }
  if (planned?.groups.length === 0) await noteDone(services, round, planned)
}

/** Reads and decrypts once; then it plans by what others have opened, too. */
async function preparePlanning(
  { node: { reader } }: Services,
  facts: RoundFacts,
): Promise<(() => Promise<PlannedOpening>) | undefined> {
  const { ballotSecret } = await readBallotSecret(reader, facts)
  if (ballotSecret === undefined) return undefined
  const draw = await readDraw(reader, facts)
  const pages = await getPages(reader, facts)
  const decryption = { ...facts, pages, draw, ballotSecret }
  const decrypted = await decryptPages(decryption)
  const parameters = { ...facts, proposals: draw.n, decrypted }
  return () => planOpeningByKey(reader, parameters)
}

/** Relayers that begin at places of their own rarely open the same. */
function chooseGroup({ groups }: PlannedOpening, relayer: Address) {
  if (groups.length === 0) return undefined
  return groups[Number(BigInt(relayer) % BigInt(groups.length))]
}

async function isDone(
  { database: { db }, node }: Services,
  round: Address,
): Promise<boolean> {
  const { cast, settled } = await getBallotCounts(node.reader, { round })
  if (settled === cast) return true
  const done = await db
    .selectFrom('openings')
    .select('settled')
    .where('round', '=', round)
    .executeTakeFirst()
  return done?.settled === settled
}

async function noteDone(
  { database: { db }, log, node }: Services,
  round: Address,
  { unreadable }: PlannedOpening,
): Promise<void> {
  const { cast, settled } = await getBallotCounts(node.reader, { round })
  await db
    .insertInto('openings')
    .values({ round, settled, unreadable })
    .onConflict((conflict) =>
      conflict.column('round').doUpdateSet({ settled, unreadable }),
    )
    .execute()
  log('openedAll', { round, cast, settled, unreadable })
}
