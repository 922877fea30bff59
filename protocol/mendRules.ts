/** For a rule that would be refused: the number that would not be. */
import { bounds, type Refusal, rosterBounds } from './checkRules.ts'
import {
  momentNames,
  mostPoints,
  reviewerCount,
  type Rules,
  type Times,
} from './rules.ts'

/** `times.close`, `listLength`: as in the file of rules. */
export type Mend = { path: string; value: number }

/** None where no single number helps, such as a missing address. */
export function mendRules(rules: Rules, refusal: Refusal): Mend | undefined {
  const { error, values } = refusal
  const of = (name: string) => Number(values[name] ?? 0)
  const mend = (path: string, value: number): Mend => ({ path, value })
  switch (error) {
    case 'Rules_TimeOrder':
      return mend(timePath(of('index')), of('earliest'))
    case 'Rules_Reviewers':
      return mend(rules.owners ? 'seatsPerCommunity' : 'reviewers', 1)
    case 'Rules_ReviewerCount':
      return mend('reviewers', of('most'))
    case 'Rules_ListLength':
      return mend('listLength', rules.listLength === 1 ? 2 : of('most'))
    case 'Rules_ValueCount':
      return mendValueCount(rules)
    case 'Rules_Weights':
      return mend(`weights[${of('index')}]`, 1)
    case 'Rules_MaxScore':
      return mend('maxScore', 1)
    case 'Rules_BallotLimit':
      return mend('ballotLimit', rules.ballotLimit === 0 ? 1 : of('most'))
    case 'Rules_SeatsOrBudget':
      return rules.seats === 0 ? mend('seats', 1) : undefined
    case 'Rules_Quota':
      return mendQuota(rules, of('index'), of('sum'))
    case 'Rules_MinOpened':
      return mend('minOpened', bounds.minOpened)
    case 'Rules_DrawDelay':
      return mend('drawDelay', rules.drawDelay === 0 ? 1 : of('most'))
    case 'Rules_RosterBounds':
      return mendRosterBounds(rules, of('most'))
    case 'Rules_SumOverflow':
      return mendSum(rules)
    case 'Rules_Trustees':
      return mendTrustees(rules)
    default:
      return undefined
  }
}

function timePath(index: number): string {
  const name: keyof Times | undefined = momentNames[index]
  return `times.${name ?? index}`
}

function mendValueCount({ weights }: Rules): Mend | undefined {
  const value = Math.floor(bounds.values / weights.length)
  return value < 2 ? undefined : { path: 'listLength', value }
}

/** Only where all is well but the sum. */
function mendQuota(
  { quotas }: Rules,
  index: number,
  sum: number,
): Mend | undefined {
  return index === quotas.length ? { path: 'seats', value: sum } : undefined
}

/** The seats or the list, whichever asks for more proposals than there may be. */
function mendRosterBounds(rules: Rules, most: number): Mend | undefined {
  const { least } = rosterBounds({ ...rules, seats: 0 })
  if (least <= most) return { path: 'seats', value: most }
  const value = rules.owners ? Math.floor((most + 1) / 2) : most
  return value < 2 ? undefined : { path: 'listLength', value }
}

function mendSum(rules: Rules): Mend | undefined {
  if (rules.points === 'Borda') return undefined
  const { least } = rosterBounds(rules)
  const ofOnePoint = mostPoints({ ...rules, maxScore: 1 }, least)
  const reviewers = reviewerCount(rules, least)
  const value = Math.floor(bounds.sum / (ofOnePoint * reviewers))
  return value < 1 ? undefined : { path: 'maxScore', value }
}

function mendTrustees({ threshold, trustees }: Rules): Mend | undefined {
  const count = trustees.length
  if (count === 0 || count > bounds.trustees) return undefined
  if (count === 1) return { path: 'threshold', value: 1 }
  const value = threshold < 2 ? 2 : count
  return { path: 'threshold', value }
}
