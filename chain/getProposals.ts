/** Every proposal that was registered, in the order of the first registration. */
import type { Address, Hash } from 'viem'
import type { ReadClient } from './clients.ts'
import { type ProposalState, proposalStates } from './enums.ts'
import { getRoundLogs } from './getRoundLogs.ts'
import { mapConcurrently } from './mapConcurrently.ts'
import { readRound } from './readRound.ts'

export type GetProposalsParameters = {
  round: Address
  /** The round's first block. */
  fromBlock?: bigint | undefined
}
export type GetProposalsReturnType = RegisteredProposal[]

export type RegisteredProposal = {
  key: Address
  state: ProposalState
  version: number
  digest: Hash
  category: number
  ask: bigint
  /** Place in the order of first registration, from 1. */
  ordinal: number
  /** On the roster, from 1; 0 before, and for the others. */
  number: number
}

export async function getProposals(
  client: ReadClient,
  parameters: GetProposalsParameters,
): Promise<GetProposalsReturnType> {
  const { round } = parameters
  const eventNames = ['ProposalRegistered'] as const
  const logs = await getRoundLogs(client, { ...parameters, eventNames })
  const keys = new Set(logs.map(({ args }) => args.key))
  const proposals = await mapConcurrently([...keys], (key) =>
    getProposal(client, { round, key }),
  )
  return proposals.sort((one, other) => one.ordinal - other.ordinal)
}

export async function getProposal(
  client: ReadClient,
  { round, key }: { round: Address; key: Address },
): Promise<RegisteredProposal> {
  const call = { round, functionName: 'proposal', args: [key] } as const
  const { state, ...proposal } = await readRound(client, call)
  return { key, ...proposal, state: proposalStates[state] ?? 'none' }
}
