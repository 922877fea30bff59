/** Hands in the order that follows from the sums of a round. */
import { readOrders } from '../../chain/opening/readOrders.ts'
import { readDraw } from '../../chain/readDraw.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import type { RoundFacts } from '../rounds/roundBook.ts'
import type { Services } from '../services.ts'

export async function rankProposals(
  { log, node: { reader, sender } }: Services,
  { round, rules }: RoundFacts,
): Promise<void> {
  const draw = await readDraw(reader, { round, rules })
  const { orders } = await readOrders(reader, { round, rules, draw })
  const [first, second] = orders
  const args = [packNumbers(first), packNumbers(second)] as const
  await writeRound(sender, { round, functionName: 'rank', args })
  log('ranked', { round })
}
