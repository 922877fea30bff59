/** How many ballots fit a page, so that opening it stays under the gas cap. */
import { mostBallotsPerPage } from '../../protocol/ballot.ts'
import { type Rules, valueCount } from '../../protocol/rules.ts'
import { transactionGasCap } from '../embeddedChain.ts'

/**
 * Upper bounds of the gas of opening, measured on ballots of 10 to 255 values:
 * what a call costs at all, a first write to a slot of four sums, a ballot, and
 * each of its values.
 */
const gasOf = { call: 400_000, slot: 22_500, ballot: 6_000, value: 380 }

export function ballotsPerPage(rules: Rules, proposals: number): number {
  const fixed = gasOf.call + Math.ceil(proposals / 4) * gasOf.slot
  const each = gasOf.ballot + valueCount(rules, proposals) * gasOf.value
  const fitting = Math.floor((Number(transactionGasCap) - fixed) / each)
  return Math.max(1, Math.min(mostBallotsPerPage, fitting))
}
