/** What every rehearsal prints beneath its table. */
import { grouped, oneLine } from '../printing.ts'
import { describeFailures } from '../verify/describeFindings.ts'
import type { Audit } from './auditRound.ts'
import type { Receipts } from './castThroughRelayer.ts'
import type { Rehearsal } from './readResult.ts'

const mostDifferences = 10

export function describeBallots({ ballots }: Rehearsal): string {
  const { cast, opened, spoiled, unopened } = ballots
  return `Ballots: ${grouped(cast)} cast, ${grouped(opened)} opened, ${grouped(spoiled)} spoiled, ${grouped(unopened)} unopened.`
}

export function describeGas({ gas, gasPerBallot }: Rehearsal): string {
  const parts = ['roll', 'draw', 'cast', 'open', 'rank'].map(
    (name) => `${name} ${grouped(gas.used(name))}`,
  )
  return `Gas: ${parts.join(', ')}; cast and open ${grouped(gasPerBallot)} a ballot.`
}

export function describeComparisons({ comparisons }: Rehearsal): string {
  const { compared, differences } = comparisons
  if (differences.length === 0)
    return `Contract and protocol library agree in all ${grouped(compared)} comparisons.`
  return [
    `CONTRACT AND PROTOCOL LIBRARY DIFFER in ${grouped(differences.length)} of ${grouped(compared)} comparisons:`,
    ...differences
      .slice(0, mostDifferences)
      .map(
        ({ where, expected, actual }) =>
          `  ${oneLine(where, 60)}: expected ${expected}, found ${actual}`,
      ),
  ].join('\n')
}

export function describeReceipts({ given, kept }: Receipts): string {
  return `Relayer: ${grouped(given)} receipts given, ${grouped(kept)} kept.`
}

export function describeAudit({ findings }: Pick<Audit, 'findings'>): string {
  return `Verifier, from the chain alone: ${describeFailures(findings)}`
}
