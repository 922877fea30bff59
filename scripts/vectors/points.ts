/** Vectors of single ballots: what spoils them, or the points they give. */
import { bytesToHex } from 'viem'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { checkValues, pointsOf, spoilReasons } from '../../protocol/points.ts'
import { encodeRules, type Rules } from '../../protocol/rules.ts'
import { type Columns, encodeWords, toColumns } from './columns.ts'
import { type Below, seededNumbers } from './seededNumbers.ts'
import { vectorRules } from './vectorRules.ts'

type Ballot = { rules: Rules; list: number[]; values: number[] }

export function pointVectors(): Columns {
  const ballots = [...chosenBallots(), ...seededBallots()]
  return toColumns(ballots.map(toRow))
}

function toRow({ rules, list, values }: Ballot) {
  const reason = checkValues(rules, list, values)
  const counts = reason === spoilReasons.none
  const { points, opinions } = pointsOf(rules, list, values)
  return {
    rules: encodeRules({ ...rules, listLength: list.length }),
    // Only an odd roster has a blank card.
    n: list.includes(0) ? 61 : 60,
    list: packNumbers(list),
    values: bytesToHex(Uint8Array.from(values)),
    reason,
    points: encodeWords(counts ? points : list.map(() => 0)),
    opinions: bytesToHex(
      Uint8Array.from(list, (_, entry) =>
        counts && opinions[entry] === true ? 1 : 0,
      ),
    ),
  }
}

/** One for each rule, and for each way to break several. */
function chosenBallots(): Ballot[] {
  const score = vectorRules({ points: 'Score' })
  const borda = vectorRules({ points: 'Borda' })
  const criteria = vectorRules({ points: 'Score', weights: [3, 1] })
  const likes = vectorRules({ points: 'Score', pointsPerBallot: 6 })
  const strict = { ...criteria, pointsPerBallot: 1 }
  return [
    { rules: score, list: [4, 2, 9], values: [5, 0, 1] },
    { rules: score, list: [4, 0, 9], values: [0, 0, 0] },
    { rules: borda, list: [4, 2, 9, 7], values: [5, 3, 3, 0] },
    { rules: borda, list: [4, 0, 9], values: [2, 0, 2] },
    { rules: borda, list: [4, 2], values: [1, 0] },
    { rules: criteria, list: [4, 2], values: [5, 1, 0, 0] },
    { rules: likes, list: [4, 2], values: [5, 1] },
    { rules: likes, list: [4, 2], values: [5, 2] },
    { rules: score, list: [4, 2], values: [6, 0] },
    { rules: criteria, list: [4, 2], values: [5, 0, 1, 1] },
    { rules: score, list: [4, 0], values: [5, 1] },
    { rules: strict, list: [0, 2], values: [1, 0, 6, 6] },
    { rules: strict, list: [0, 2], values: [1, 1, 5, 0] },
    { rules: strict, list: [2, 0], values: [5, 5, 1, 1] },
  ]
}

/** Narrow and wide Borda, Score with several criteria; now and then spoiled. */
function seededBallots(): Ballot[] {
  const below = seededNumbers('points')
  const scales: Partial<Rules>[] = [
    { points: 'Borda', maxScore: 5 },
    { points: 'Borda', maxScore: 31 },
    { points: 'Borda', maxScore: 32 },
    { points: 'Borda', maxScore: 5, weights: [4, 3] },
    { points: 'Borda', maxScore: 255, weights: [65_535] },
    { points: 'Score', maxScore: 5 },
    { points: 'Score', maxScore: 10, weights: [50, 30, 20] },
    { points: 'Score', maxScore: 255, weights: [65_535, 1] },
    { points: 'Score', maxScore: 3, pointsPerBallot: 20 },
  ]
  return scales.flatMap((scale) =>
    Array.from({ length: 8 }, () => seededBallot(vectorRules(scale), below)),
  )
}

function seededBallot(rules: Rules, below: Below): Ballot {
  const length = 2 + below(14)
  const list = Array.from({ length }, (_, entry) => 1 + 3 * entry + below(3))
  if (below(3) === 0) list[below(length)] = 0
  const values = list.flatMap((proposal) => {
    const isSilent = proposal === 0 || below(4) === 0
    return rules.weights.map(() => (isSilent ? 0 : 1 + below(rules.maxScore)))
  })
  if (below(8) === 0) values[below(values.length)] = below(256)
  return { rules, list, values }
}
