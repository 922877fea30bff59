/** Answers of a round about one proposal or reviewer each, as a record has them. */
import type { Address } from 'viem'
import { proposalStates } from '../../chain/enums.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import { readRound } from '../../chain/readRound.ts'
import type { RecordedProposal, RecordedState } from '../record.ts'
import { type Asking, readEach } from './readEach.ts'

export async function readProposals(
  asking: Asking,
  keys: readonly Address[],
): Promise<RecordedProposal[]> {
  const args = keys.map((key) => [key] as const)
  const answers = await readEach(asking, 'proposal', args)
  return answers.map(({ state, ...proposal }, index) => ({
    key: keys[index] as Address,
    ...proposal,
    state: proposalStates[state] ?? 'none',
  }))
}

export async function readRosterEntries(
  asking: Asking,
  numbers: readonly number[],
): Promise<RecordedState['rosterEntries']> {
  const answers = await readEach(asking, 'rosterEntry', numbers.map(only))
  return answers.map(([key, category, ask]) => ({ key, category, ask }))
}

export async function readShuffles({
  client,
  round,
  blockNumber,
}: Asking): Promise<RecordedState['shuffles']> {
  const call = {
    round,
    functionName: 'shuffles',
    args: [],
    blockNumber,
  } as const
  const [order, offset] = await readRound(client, call)
  return { order, offset }
}

/** One by one: together they would take more gas than a node gives. */
export function readLists(
  { client, round, blockNumber, onRead }: Asking,
  reviewers: readonly number[],
): Promise<RecordedState['lists']> {
  return mapConcurrently(reviewers, async (reviewer) => {
    const args = only(reviewer)
    const call = { round, functionName: 'listOf', args, blockNumber } as const
    const list = [...(await readRound(client, call))]
    onRead(1)
    return { reviewer, list }
  })
}

export async function readTallies(
  asking: Asking,
  numbers: readonly number[],
): Promise<RecordedState['tallies']> {
  const answers = await readEach(asking, 'tally', numbers.map(only))
  return answers.map(([points, count]) => ({ points, count }))
}

export async function readOutcomes(
  asking: Asking,
  numbers: readonly number[],
): Promise<RecordedState['outcomes']> {
  const answers = await readEach(asking, 'outcome', numbers.map(only))
  return answers.map(([isRecommended, isSelected]) => ({
    isRecommended,
    isSelected,
  }))
}

function only(number: number): [bigint] {
  return [BigInt(number)]
}
