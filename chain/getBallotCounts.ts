/** How many pages there are, who cast, and how many ballots are settled. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { readRound } from './readRound.ts'

export type GetBallotCountsParameters = { round: Address }
export type GetBallotCountsReturnType = {
  pages: number
  /** Reviewers who cast at least one ballot. */
  cast: number
  /** Counted or spoiled. */
  settled: number
}

export async function getBallotCounts(
  client: ReadClient,
  { round }: GetBallotCountsParameters,
): Promise<GetBallotCountsReturnType> {
  const [pages, cast, settled] = await readRound(client, {
    round,
    functionName: 'ballotCounts',
    args: [],
  })
  return {
    pages: Number(pages),
    cast: Number(cast),
    settled: Number(settled),
  }
}
