/** What became of the ballots of a cast, by its transaction. */
import { type CastBallotsReturnType } from '../../chain/castBallots.ts'
import { errorNameOf } from './errorNameOf.ts'
import type { Outcome } from './finishCast.ts'
import type { CastBallot } from './readCast.ts'

export function outcomesOf(
  ballots: readonly CastBallot[],
  { page, receipt, skipped }: CastBallotsReturnType,
): Outcome[] {
  const transaction = receipt.transactionHash
  const place = { page, block: Number(receipt.blockNumber), transaction }
  return ballots.map(({ reviewer, version }) => {
    const skip = skipped.find(
      (one) => one.reviewer === reviewer && one.version === version,
    )
    if (!skip) return { reviewer, version, state: 'recorded', ...place }
    const reason = errorNameOf(skip.reason)
    return { reviewer, version, state: 'skipped', reason }
  })
}
