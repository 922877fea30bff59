/** Results as a CSV table, with the names of the JSON's fields. */
import Papa from 'papaparse'
import type { ProposalResult } from './results.ts'

export function toCsv(results: readonly ProposalResult[]): string {
  const rows = results.map((result) => ({
    number: result.number,
    key: result.key,
    category: result.category,
    ask: String(result.ask),
    isWithdrawn: result.isWithdrawn,
    half: result.half ?? '',
    rank: result.rank ?? '',
    points: result.points,
    count: result.count,
    isRecommended: result.isRecommended,
    isSelected: result.isSelected,
  }))
  return `${Papa.unparse(rows, { newline: '\n' })}\n`
}
