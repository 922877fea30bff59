/** What the rehearsal of a simulated round prints. */
import {
  type Column,
  grouped,
  percent,
  renderTable,
  yesNo,
} from '../printing.ts'
import {
  describeBallots,
  describeComparisons,
  describeGas,
} from './describeTotals.ts'
import type { FoundQuality } from './quality.ts'
import type { Rehearsal, RehearsedProposal } from './readResult.ts'

/** Rows shown of each half. */
const rowsOfHalf = 5

export function describeSimulation(
  rehearsal: Rehearsal,
  quality: FoundQuality,
): string {
  const columns: Column[] = [
    { heading: 'half', align: 'right' },
    { heading: 'rank', align: 'right' },
    { heading: 'proposal' },
    { heading: 'points', align: 'right' },
    { heading: 'reviews', align: 'right' },
    { heading: 'selected' },
  ]
  const best = [0, 1].flatMap((half) =>
    rehearsal.proposals
      .filter((proposal) => proposal.half === half)
      .toSorted((one, other) => one.rank - other.rank)
      .slice(0, rowsOfHalf),
  )
  return [
    `The best ${rowsOfHalf} of each half:`,
    renderTable(columns, best.map(describeRow)),
    '',
    describeBallots(rehearsal),
    describeGas(rehearsal),
    describeQuality(rehearsal, quality),
    describeComparisons(rehearsal),
  ].join('\n')
}

function describeRow(proposal: RehearsedProposal): string[] {
  return [
    String(proposal.half),
    String(proposal.rank),
    proposal.name,
    grouped(proposal.points),
    grouped(proposal.count),
    yesNo(proposal.isSelected),
  ]
}

function describeQuality(
  { rules }: Rehearsal,
  { found, byChance, ties }: FoundQuality,
): string {
  return `Quality: of the ${grouped(rules.seats)} truly best, ${percent(found, 1)} are recommended (by lot: ${percent(byChance, 1)}). The draw decided ${grouped(ties)} ties.`
}
