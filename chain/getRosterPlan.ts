/** What is left of fixing the roster, part by part, as the chain stands. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { toRosterParts } from './extendRoster.ts'
import { getProposals, type RegisteredProposal } from './getProposals.ts'
import { readRound } from './readRound.ts'

export type GetRosterPlanParameters = {
  round: Address
  /** The round's first block. */
  fromBlock?: bigint | undefined
}
export type GetRosterPlanReturnType = {
  isFixed: boolean
  /** Numbered already. */
  onRoster: number
  /** Keys that get a number, in their order. */
  accepted: Address[]
  /** Proposals without a decision: they stay out. */
  pending: number
  /** Keys of the calls that are left. */
  parts: Address[][]
}

export async function getRosterPlan(
  client: ReadClient,
  { fromBlock, round }: GetRosterPlanParameters,
): Promise<GetRosterPlanReturnType> {
  const call = { round, functionName: 'rosterSize', args: [] } as const
  const [, numbered, isFixed] = await readRound(client, call)
  const proposals = await getProposals(client, { round, fromBlock })
  const onRoster = Number(numbered)
  const accepted = proposals.filter(isAccepted).map(({ key }) => key)
  return {
    ...{ isFixed, onRoster, accepted },
    pending: proposals.filter(({ state }) => state === 'pending').length,
    parts: isFixed ? [] : toRosterParts(accepted.slice(onRoster)),
  }
}

/** Withdrawn later or not, what has a number keeps it. */
function isAccepted({ number, state }: RegisteredProposal): boolean {
  return state === 'accepted' || number > 0
}
