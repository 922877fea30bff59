/** Decisions of a draft against the proposals as they stand: what may be recorded, and what may not. */
import type { ListedProposal } from '../../../queries/proposals.ts'
import type { Decision, ScreeningDraft } from './draft.ts'
import { digestOf } from './reasons.ts'

/**
 * - `ready`: may be recorded.
 * - `open`: no choice yet, or a refusal without a reason.
 * - `recorded`: stands on the chain as it was made here.
 * - `replaced`: the proposal has a newer version than the one that was read.
 * - `elsewhere`: somebody has decided on it meanwhile.
 * - `withdrawn`: the proposal is.
 */
export type DecisionState =
  'ready' | 'open' | 'recorded' | 'replaced' | 'elsewhere' | 'withdrawn'

export type SortedDecision = {
  proposal: ListedProposal
  decision: Decision
  state: DecisionState
}

/** In the order of the proposals. */
export function sortDecisions(
  draft: ScreeningDraft,
  proposals: readonly ListedProposal[],
): SortedDecision[] {
  return proposals.flatMap((proposal) => {
    const decision = draft.decisions[proposal.key.toLowerCase()]
    if (!decision) return []
    const state = stateOf(draft, proposal, decision)
    return [{ proposal, decision, state }]
  })
}

function stateOf(
  draft: ScreeningDraft,
  { decision: standing, reason, version }: ListedProposal,
  decision: Decision,
): DecisionState {
  if (standing === 'withdrawn') return 'withdrawn'
  if (version !== decision.version) return 'replaced'
  const own = digestOf(draft, decision)
  const isSame = decision.accepted === (standing === 'accepted')
  if (reason !== null && reason === own && isSame) return 'recorded'
  if (reason !== decision.basis) return 'elsewhere'
  return isWhole(decision) ? 'ready' : 'open'
}

export function isWhole({ accepted, reason }: Decision): boolean {
  return accepted === true || (accepted === false && reason.trim() !== '')
}
