/** How many seats the roll of a round has, and whose they are. */
import type { Address } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { readRound } from '../../chain/readRound.ts'
import { BaseError } from '../../protocol/errors.ts'
import { reviewerCount } from '../../protocol/rules.ts'
import { readRoundContext } from '../roundContext.ts'
import type { RollShape } from '../../protocol/rollTable.ts'

/** Only a fixed roster says how many communities there are. */
export async function readRollShape(
  client: ReadClient,
  round: Address,
): Promise<{ shape: RollShape; fromBlock: bigint }> {
  const { fromBlock, rules } = await readRoundContext(client, round)
  const call = { round, functionName: 'rosterSize', args: [] } as const
  const [, onRoster, isFixed] = await readRound(client, call)
  if (!isFixed) throw new NoRosterError()
  const { owners, seatsPerCommunity } = rules
  const communities = Number(onRoster)
  const reviewers = reviewerCount(rules, communities)
  return {
    shape: { owners, communities, seatsPerCommunity, reviewers },
    fromBlock,
  }
}

export class NoRosterError extends BaseError {
  override name = 'NoRosterError'

  constructor() {
    super('The roster is not fixed yet, so the roll has no length.', {
      metaMessages: ['Fix it first with `dure roster fix`.'],
    })
  }
}
