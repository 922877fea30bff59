/** Where the sample round stands, in words and a table. */
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { getOutcomes } from '../../chain/getOutcomes.ts'
import { getPhase } from '../../chain/getPhase.ts'
import { getTallies } from '../../chain/getTallies.ts'
import { type Column, renderTable } from '../printing.ts'
import type { SampleProposal } from './planSample.ts'
import type { SampleStage } from './stage.ts'
import { both, localTime, phaseNames, won } from './words.ts'

export async function describeRound(stage: SampleStage): Promise<string> {
  const { chain, plan, round, rules } = stage
  const phase = await getPhase(chain.reader, { round })
  const { cast, settled } = await getBallotCounts(chain.reader, { round })
  return [
    both(plan.document.name),
    `단계 / phase    ${both(phaseNames[phase])}`,
    `현재 / now      ${both(localTime(chain.now()))}`,
    `마감 / close    ${both(localTime(rules.times.close))}`,
    `심사표 / cast   ${cast}   개표 / counted or spoiled   ${settled}`,
    '',
    await describeResults(stage),
  ].join('\n')
}

/** Number, title, community and ask of every proposal. */
export function describeProposals(
  proposals: readonly SampleProposal[],
): string {
  return renderTable(proposalColumns, proposals.map(toCells))
}

async function describeResults({
  chain,
  plan,
  round,
}: SampleStage): Promise<string> {
  const { proposals } = plan
  const call = { round, proposals: proposals.length }
  const tallies = await getTallies(chain.reader, call)
  const outcomes = await getOutcomes(chain.reader, call)
  const columns: Column[] = [
    ...proposalColumns,
    { heading: '점수 points', align: 'right' },
    { heading: '심사 reviews', align: 'right' },
    { heading: '결과 result' },
  ]
  const rows = proposals.map((proposal, index) => [
    ...toCells(proposal, index),
    String(tallies[index]?.points ?? 0),
    String(tallies[index]?.count ?? 0),
    outcomeOf(outcomes[index]),
  ])
  return renderTable(columns, rows)
}

const proposalColumns: Column[] = [
  { heading: '#', align: 'right' },
  { heading: '제안 / proposal' },
  { heading: '신청 / ask', align: 'right' },
]

function toCells({ title, ask }: SampleProposal, index: number): string[] {
  return [String(index + 1), both(title), won(ask).ko]
}

function outcomeOf(
  outcome: { isRecommended: boolean; isSelected: boolean } | undefined,
): string {
  if (outcome?.isSelected) return '선정 selected'
  return outcome?.isRecommended ? '추천 recommended' : ''
}
