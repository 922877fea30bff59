/** A reviewer's scores as they are given: read, and checked before sealing. */
import { readFile } from 'node:fs/promises'
import { BaseError } from '../../protocol/errors.ts'
import {
  checkValues,
  type SpoilReason,
  spoilReasons,
} from '../../protocol/points.ts'
import type { Rules } from '../../protocol/rules.ts'

/** `5,3,0`, or the name of a JSON file; see {@link parseScores}. */
export async function readScores(
  text: string,
  list: readonly number[],
  criteria: number,
): Promise<number[]> {
  if (/^[\d\s,]+$/.test(text))
    return text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number)
  return parseScores(text, await readJson(text), list, criteria)
}

/**
 * Either all values in the order of the list, or an object from proposal
 * number to its value (or list of values); what it leaves out is no opinion.
 */
function parseScores(
  file: string,
  content: unknown,
  list: readonly number[],
  criteria: number,
): number[] {
  if (Array.isArray(content)) return content.flat().map(toNumber)
  if (typeof content !== 'object' || content === null)
    throw new ScoresFileError({ file, reason: 'it is no list and no object' })
  const given = new Map(Object.entries(content))
  const unknown = [...given.keys()].filter(
    (name) => !list.map(String).includes(name),
  )
  if (unknown.length > 0)
    throw new ScoresFileError({
      file,
      reason: `not on the list: ${unknown.join(', ')}`,
    })
  return list.flatMap((proposal) => {
    const value: unknown = given.get(String(proposal))
    if (value === undefined) return Array<number>(criteria).fill(0)
    return [value].flat().map(toNumber)
  })
}

/** Throws unless a ballot with these values would count. */
export function checkScores(
  rules: Pick<Rules, 'weights' | 'maxScore' | 'pointsPerBallot' | 'points'>,
  list: readonly number[],
  scores: readonly number[],
  /** Says the order in words. */
  order: string,
): void {
  const expected = list.length * rules.weights.length
  const { maxScore } = rules
  if (
    scores.length !== expected ||
    !scores.every((score) => Number.isInteger(score) && score >= 0) ||
    scores.some((score) => score > maxScore)
  )
    throw new ScoresMisfitError({ scores, expected, maxScore, order })
  const reason = checkValues(rules, list, scores)
  if (reason !== spoilReasons.none)
    throw new WouldSpoilError({ reason, limit: rules.pointsPerBallot })
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new ScoresFileError({ file, reason: 'it is no JSON file', cause })
  }
}

function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

export class ScoresFileError extends BaseError {
  override name = 'ScoresFileError'

  constructor({
    file,
    reason,
    cause,
  }: {
    file: string
    reason: string
    cause?: unknown
  }) {
    super(`The scores in ${file} cannot be used: ${reason}.`, {
      metaMessages: [
        'Expected numbers such as 5,3,0 or a JSON file: [5, 3, 0] or {"7": 5, "2": 3}.',
      ],
      cause,
    })
  }
}

export class ScoresMisfitError extends BaseError {
  override name = 'ScoresMisfitError'
  readonly expected: number

  constructor({
    scores,
    expected,
    maxScore,
    order,
  }: {
    scores: readonly number[]
    expected: number
    maxScore: number
    order: string
  }) {
    super(`The scores ${scores.join(' ')} do not fit the list.`, {
      metaMessages: [
        `Expected ${expected}, each a whole number from 0 (no opinion) to ${maxScore}.`,
        `Their order: ${order}.`,
      ],
    })
    this.expected = expected
  }
}

const advice: Readonly<Record<SpoilReason, string>> = {
  0: '',
  1: 'Expected no score above the highest one.',
  2: 'Expected all scores of a proposal, or 0 for all of them.',
  3: 'Expected 0 for the blank card.',
  4: 'Expected fewer points in all.',
}

export class WouldSpoilError extends BaseError {
  override name = 'WouldSpoilError'
  readonly reason: SpoilReason

  constructor({ reason, limit }: { reason: SpoilReason; limit: number }) {
    super('The ballot would be spoiled, and count for nobody.', {
      metaMessages: [
        advice[reason],
        ...(reason === spoilReasons.aboveLimit ? [`At most ${limit}.`] : []),
      ],
    })
    this.reason = reason
  }
}
