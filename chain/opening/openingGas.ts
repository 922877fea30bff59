/** What opening ballots costs at most, and so how many of them fit a page. */
import { mostBallotsPerPage } from '../../protocol/ballot.ts'
import { type Rules, valueCount } from '../../protocol/rules.ts'
import { transactionGasCap } from '../transactionGasCap.ts'

/** Upper bounds: of the first call of a round, and of each ballot in a call. */
export type OpeningGas = { call: number; ballot: number }

/**
 * Measured on 26 to 872 proposals and 10 to 255 values: a call, a proposal in
 * it, a first write to a slot of four sums, a ballot, and each of its values.
 */
const gasOf = {
  call: 300_000,
  proposal: 1_300,
  slot: 22_500,
  ballot: 6_000,
  value: 380,
}

/** What a transaction may be planned to use; the rest is for surprises. */
export const plannedGas = 0.97 * Number(transactionGasCap)

export function openingGas(rules: Rules, proposals: number): OpeningGas {
  const slots = Math.ceil(proposals / 4)
  return {
    call: gasOf.call + proposals * gasOf.proposal + slots * gasOf.slot,
    ballot: gasOf.ballot + valueCount(rules, proposals) * gasOf.value,
  }
}

export function ballotsPerPage(rules: Rules, proposals: number): number {
  const { call, ballot } = openingGas(rules, proposals)
  const fitting = Math.floor((plannedGas - call) / ballot)
  return Math.max(1, Math.min(mostBallotsPerPage, fitting))
}
