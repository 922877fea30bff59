/** What a reviewer has to know to cast: the list, and what was cast before. */
import type { ReadClient } from '../../chain/clients.ts'
import { readRound } from '../../chain/readRound.ts'
import type { RoundContext } from '../roundContext.ts'
import type { Reviewer } from './findReviewer.ts'

export type Seat = Reviewer & {
  /** Proposal numbers in order; 0 is the blank card. */
  list: readonly number[]
  /** 0: none was cast. */
  lastVersion: number
}

export async function readSeat(
  client: ReadClient,
  { round }: RoundContext,
  { key, reviewer }: Reviewer,
): Promise<Seat> {
  const args = [BigInt(reviewer)] as const
  const [list, lastVersion] = await Promise.all([
    readRound(client, { round, functionName: 'listOf', args }),
    readRound(client, { round, functionName: 'lastVersion', args }),
  ])
  return { key, reviewer, list, lastVersion }
}

/** `7 criterion 1, 7 criterion 2, 3 criterion 1, …` */
export function describeOrder(
  list: readonly number[],
  criteria: number,
): string {
  const each = Array.from({ length: criteria }, (_, index) => index + 1)
  return list
    .flatMap((proposal) => each.map((criterion) => nameOf(proposal, criterion)))
    .join(', ')

  function nameOf(proposal: number, criterion: number): string {
    const name = proposal === 0 ? 'the blank card' : `proposal ${proposal}`
    return criteria === 1 ? name : `${name} by criterion ${criterion}`
  }
}
