/** The proposals of a round as they stand, from its events. */
import { type Address, type Hash } from 'viem'
import type { ProposalState } from './enums.ts'
import type { GetRoundLogsReturnType, RoundEventName } from './getRoundLogs.ts'

/** What tells how proposals stand. Logs of other events are passed over. */
export const proposalEvents = [
  'ProposalRegistered',
  'ProposalWithdrawn',
  'ProposalScreened',
  'RosterExtended',
] as const

type ProposalLog = GetRoundLogsReturnType<
  (typeof proposalEvents)[number]
>[number]

type OtherEvent = Exclude<RoundEventName, ProposalLog['eventName']>

export type ListedProposal = {
  key: Address
  version: number
  digest: Hash
  category: number
  ask: bigint
  decision: Exclude<ProposalState, 'none'>
  /** Of the decision: the digest of its document. */
  reason: Hash | null
  /** Place in the order of first registration, from 1. */
  ordinal: number
  /** On the roster, from 1; 0 before, and for the others. */
  number: number
}

/** In the order of the first registration. */
export function listProposals(
  events: readonly (ProposalLog | { eventName: OtherEvent })[],
): ListedProposal[] {
  const proposals = new Map<Address, ListedProposal>()
  for (const event of events) note(proposals, event)
  return [...proposals.values()].sort(
    (one, other) => one.ordinal - other.ordinal,
  )
}

function note(
  proposals: Map<Address, ListedProposal>,
  event: ProposalLog | { eventName: OtherEvent },
): void {
  if (event.eventName === 'ProposalRegistered') {
    const { key, ...registered } = event.args
    const undecided = { decision: 'pending', reason: null, number: 0 } as const
    proposals.set(key, { key, ...registered, ...undecided })
  } else if (event.eventName === 'ProposalScreened') {
    const { accepted, key, reason } = event.args
    const decision = accepted ? 'accepted' : 'refused'
    change(proposals, key, { decision, reason })
  } else if (event.eventName === 'ProposalWithdrawn') {
    const { key, version } = event.args
    change(proposals, key, { decision: 'withdrawn', version })
  } else if (event.eventName === 'RosterExtended') {
    const first = Number(event.args.firstNumber)
    for (const [index, key] of event.args.keys.entries())
      change(proposals, key, { number: first + index })
  }
}

function change(
  proposals: Map<Address, ListedProposal>,
  key: Address,
  changes: Partial<ListedProposal>,
): void {
  const standing = proposals.get(key)
  if (standing) proposals.set(key, { ...standing, ...changes })
}
