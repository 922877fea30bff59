/** What the rehearsal of a Pabulib file prints: both outcomes side by side. */
import { formatAmount } from '../../protocol/pabulib/amount.ts'
import type { PabulibFile } from '../../protocol/pabulib/pabulibFile.ts'
import {
  type Column,
  grouped,
  oneLine,
  renderTable,
  yesNo,
} from '../printing.ts'
import {
  describeBallots,
  describeComparisons,
  describeGas,
} from './describeTotals.ts'
import type { Comparison } from './official.ts'
import type { Rehearsal } from './readResult.ts'

const nameWidth = 40
const idWidth = 24
const mostNamed = 10

export function describeFile(
  rehearsal: Rehearsal,
  comparison: Comparison,
  { decimals }: Pick<PabulibFile, 'decimals'>,
): string {
  const columns: Column[] = [
    { heading: 'rank', align: 'right' },
    { heading: 'id' },
    { heading: 'project' },
    { heading: 'cost', align: 'right' },
    { heading: 'points', align: 'right' },
    { heading: 'file', align: 'right' },
    { heading: 'count', align: 'right' },
    { heading: 'file', align: 'right' },
    { heading: 'selected' },
    { heading: 'file' },
    { heading: '' },
  ]
  const rows = comparison.proposals
    .toSorted((one, other) => one.rank - other.rank)
    .map((proposal) => [
      String(proposal.rank),
      oneLine(proposal.id, idWidth),
      oneLine(proposal.name, nameWidth),
      formatAmount(proposal.ask, decimals),
      grouped(proposal.points),
      orDash(proposal.official.points, grouped),
      grouped(proposal.count),
      orDash(proposal.official.count, grouped),
      yesNo(proposal.isSelected),
      orDash(proposal.official.selected, yesNo),
      proposal.isEqual ? 'equal' : 'DIFFERS',
    ])
  return [
    renderTable(columns, rows),
    '',
    describeBallots(rehearsal),
    describeGas(rehearsal),
    describeComparisons(rehearsal),
    concludeFile(comparison),
  ].join('\n')
}

function concludeFile({ isEqual, proposals, sources }: Comparison): string {
  const different = proposals.filter((proposal) => !proposal.isEqual)
  const from = describeSources(sources)
  if (isEqual)
    return `All ${grouped(proposals.length)} projects come out as in the file: ${from}.`
  const ids = different
    .slice(0, mostNamed)
    .map(({ id }) => oneLine(id, idWidth))
  return `${grouped(different.length)} of ${grouped(proposals.length)} projects DIFFER from the file (${from}): ${ids.join(', ')}.`
}

/** Which official numbers there were to compare with. */
function describeSources({ score, selected, votes }: Sources): string {
  const columns = { file: '', ballots: ' (counted from its ballots)' }
  const selections = {
    file: 'selection',
    greedy: 'selection (by its greedy rule)',
    unknown: 'no selection to compare with',
  }
  return [
    `points${columns[score]}`,
    `counts${columns[votes]}`,
    selections[selected],
  ].join(', ')
}

type Sources = Comparison['sources']

function orDash<value>(
  value: value | undefined,
  show: (value: value) => string,
): string {
  return value === undefined ? '–' : show(value)
}
