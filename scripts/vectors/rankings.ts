/** Vectors of the ranking and of what it recommends. */
import { bytesToHex, keccak256, numberToHex } from 'viem'
import { makeDraw, placeOf } from '../../protocol/draw.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { rankProposals } from '../../protocol/ranking.ts'
import { recommend, type RankedProposal } from '../../protocol/recommend.ts'
import { encodeRules, type Rules } from '../../protocol/rules.ts'
import { type Columns, encodeWords, toColumns } from './columns.ts'
import { type Below, seededNumbers } from './seededNumbers.ts'
import { juryRules, vectorRules } from './vectorRules.ts'

type Case = { n: number; rules: Rules }

export function rankingVectors(): Columns {
  return toColumns(cases().map(toRow))
}

function toRow({ n, rules }: Case, index: number) {
  const below = seededNumbers(`ranking ${index}`)
  const seed = keccak256(numberToHex(index, { size: 32 }))
  const draw = makeDraw({ seed, rules, n })
  const tally = seededTally(n, below)
  const proposals = Array.from({ length: n }, () => seededProposal(below))
  const orders = rankProposals({ rules, draw, tally })
  const { recommended, spent } = recommend({
    rules,
    orders,
    proposals,
    counts: tally.counts,
  })
  const halves = Array.from({ length: n }, (_, i) => placeOf(draw, i + 1).half)
  return {
    rules: encodeRules(rules),
    n,
    order: packNumbers(draw.order),
    positions: packNumbers(draw.positions),
    halves: bytesToHex(Uint8Array.from(halves)),
    sums: encodeWords(tally.sums),
    counts: encodeWords(tally.counts),
    categories: packNumbers(proposals.map(({ category }) => category)),
    asks: encodeWords(proposals.map(({ ask }) => ask)),
    withdrawn: bytesToHex(
      Uint8Array.from(proposals, ({ withdrawn }) => (withdrawn ? 1 : 0)),
    ),
    first: packNumbers(orders[0]),
    second: packNumbers(orders[1]),
    recommended: packNumbers(recommended.flat().toSorted((a, b) => a - b)),
    spentFirst: Number(spent[0]),
    spentSecond: Number(spent[1]),
  }
}

function cases(): Case[] {
  const quotas = [
    { category: 1, seats: 3 },
    { category: 2, seats: 1 },
    { category: 9, seats: 2 },
  ]
  const selections: Partial<Rules>[] = [
    { seats: 2, order: 'Mean', ties: 'Draw' },
    { seats: 3, order: 'Sum', ties: 'Draw', minReviews: 2 },
    { seats: 3, order: 'Mean', ties: 'Number', reserveTakesWithdrawn: true },
    { seats: 6, quotas, order: 'Sum', ties: 'Number', minReviews: 1 },
    { seats: 6, quotas, reserveTakesWithdrawn: true },
    { seats: 0, budget: 100n, order: 'Sum', ties: 'Number' },
    { seats: 0, budget: 101n, reserveTakesWithdrawn: true, minReviews: 1 },
  ]
  return selections.flatMap((selection, index) => [
    { n: 6 + index, rules: vectorRules({ ...selection, listLength: 3 }) },
    { n: 21 + index, rules: vectorRules({ ...selection, listLength: 5 }) },
    {
      n: 6 + index,
      rules: juryRules({
        ...selection,
        listLength: 0,
        points: 'Score',
        weights: [2, 1],
      }),
    },
  ])
}

/** Many ties, some nobody reviewed, and sums up to the most there is. */
function seededTally(n: number, below: Below) {
  const isLarge = below(4) === 0
  const counts = Uint32Array.from({ length: n }, () => below(5))
  const sums = Float64Array.from(counts, (count) =>
    isLarge && count !== 0
      ? 2 ** 40 - 1 - below(3)
      : Array.from({ length: count }, () => below(6)).reduce(
          (sum, points) => sum + points,
          0,
        ),
  )
  return { sums, counts }
}

function seededProposal(below: Below): RankedProposal {
  return {
    category: below(4),
    ask: BigInt(below(40)),
    withdrawn: below(6) === 0,
  }
}
