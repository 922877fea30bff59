/** seals.json: scores, packed, and their seals. */
import { bytesToHex } from 'viem'
import { hashScores, type Scores } from '../../protocol/ballot.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { type Columns, toColumns } from './columns.ts'
import { seededRandom } from './seededRandom.ts'

/** Reviewer, proposals of its list, criteria of each, highest score. */
const shapes = [
  [1, 2, 1, 5],
  [2, 10, 1, 5],
  [8720, 10, 3, 100],
  [70_000, 15, 17, 255],
  [131_072, 255, 1, 1],
] as const

export function sealVectors(): Columns {
  const scores = shapes.map(([reviewer, m, criteria, maxScore]) =>
    makeScores(reviewer, m, criteria, maxScore),
  )
  return toColumns(scores.map(toRow))
}

/** A ballot's scores, packed, and their seal. */
export function toRow(scores: Scores) {
  const { reviewer, proposals, values, salt } = scores
  return {
    reviewer,
    proposals: packNumbers(proposals),
    values: bytesToHex(values),
    salt: bytesToHex(salt),
    seal: bytesToHex(hashScores(scores)),
  }
}

/** The last card of the list is the blank one, number 0. */
export function makeScores(
  reviewer: number,
  m: number,
  criteria: number,
  maxScore: number,
): Scores {
  const random = seededRandom(`scores of ${reviewer}`)
  const proposals = Array.from(random(m), (byte, index) =>
    index === m - 1 ? 0 : 5 * index + (byte % 5) + 1,
  )
  const values = random(m * criteria).map((byte) => byte % (maxScore + 1))
  return { reviewer, proposals, values, salt: random(16) }
}
