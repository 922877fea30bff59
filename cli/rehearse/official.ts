/** A rehearsal beside the official outcome of its Pabulib file. */
import {
  type OfficialOutcome,
  officialOutcome,
} from '../../protocol/pabulib/officialOutcome.ts'
import type { PabulibFile } from '../../protocol/pabulib/pabulibFile.ts'
import type { RehearsedProposal } from './readResult.ts'

export type Comparison = {
  proposals: readonly ComparedProposal[]
  isEqual: boolean
  /** Whether the file says it, or it follows from the ballots or the rule. */
  sources: OfficialOutcome['sources']
}

export type ComparedProposal = RehearsedProposal & {
  official: OfficialProposal
  isEqual: boolean
}

/** Nothing where the file does not say. */
type OfficialProposal = {
  points: number | undefined
  count: number | undefined
  selected: boolean | undefined
}

export function compareWithOfficial(
  file: PabulibFile,
  rehearsed: readonly RehearsedProposal[],
): Comparison {
  const { score, selected, sources, votes } = officialOutcome(file)
  const proposals = rehearsed.map((proposal, index) => {
    const official = {
      points: score[index],
      count: votes[index],
      selected: selected?.[index],
    }
    return { ...proposal, official, isEqual: equals(proposal, official) }
  })
  const isEqual = proposals.every((proposal) => proposal.isEqual)
  return { proposals, isEqual, sources }
}

function equals(
  { points, count, isSelected }: RehearsedProposal,
  official: OfficialProposal,
): boolean {
  return (
    official.points === points &&
    official.count === count &&
    (official.selected === undefined || official.selected === isSelected)
  )
}
