/** What is looked for among the proposals: it all stands in the address. */
import * as v from 'valibot'
import { proposalStates } from '../../../../chain/enums.ts'
import { sizes } from './sizes.ts'

/** What is wrong in an address is passed over. */
function lenient<schema extends v.GenericSchema>(schema: schema) {
  return v.fallback(v.optional(schema), undefined)
}

/** An address written by hand has `q=12` for the text 12. */
const words = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.maxLength(200),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(1))

export const proposalsSearchSchema = v.object({
  q: lenient(words),
  cat: lenient(count),
  region: lenient(words),
  state: lenient(v.picklist(proposalStates)),
  /** A seed of the shuffle, or by number. */
  order: lenient(v.union([count, v.literal('number')])),
  page: lenient(count),
  size: lenient(v.picklist(sizes)),
})

export type ProposalsSearch = v.InferOutput<typeof proposalsSearchSchema>

let last: { round: string; search: ProposalsSearch } | undefined

/** So that the way back leads to the same page and filter. */
export function noteSearch(round: string, search: ProposalsSearch): void {
  last = { round, search }
}

export function lastSearch(round: string): ProposalsSearch {
  return last?.round === round ? last.search : {}
}

let opened: { round: string; number: string; top: number } | undefined

/** Where in the list somebody was who opened this proposal. */
export function noteOpened(round: string, number: string): void {
  opened = { round, number, top: window.scrollY }
}

/** Once: who comes back later begins at the top. */
export function takeOpened(round: string) {
  const found = opened?.round === round ? opened : undefined
  opened = undefined
  return found
}
