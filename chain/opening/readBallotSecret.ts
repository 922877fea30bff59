/** The ballot secret, once enough trustees have released their shares of it. */
import type { Address } from 'viem'
import { combineShares } from '../../protocol/release.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { ReadClient } from '../clients.ts'
import { getReleasedShares } from '../getReleasedShares.ts'

export type BallotSecret = {
  /** Trustees who released theirs. */
  released: readonly number[]
  /** None while there are too few. */
  ballotSecret: bigint | undefined
}

export async function readBallotSecret(
  client: ReadClient,
  {
    fromBlock,
    round,
    rules: { threshold, trustees },
  }: { fromBlock: bigint; round: Address; rules: Rules },
): Promise<BallotSecret> {
  const call = { round, fromBlock, purpose: 'ballot' } as const
  const shares = await getReleasedShares(client, call)
  const released = shares.map(({ trustee }) => trustee)
  const scheme = { threshold, trustees: trustees.length }
  const isEnough = released.length >= threshold
  const ballotSecret = isEnough ? combineShares(scheme, shares) : undefined
  return { released, ballotSecret }
}
