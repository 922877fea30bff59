/** The figures of turnout, which add up: counted, spoiled and unopened are the recorded ones. */
import { zeroAddress } from 'viem'
import type { Roll } from '../../../../../protocol/roll.ts'
import type { Round } from '../../../queries/round.ts'

export type Turnout = {
  seats: number
  /** Seats with a key; undefined until the roll is read. */
  enrolled: number | undefined
  /** Reviewers with a ballot, each once. */
  recorded: number
  /** Undefined before the ranking. */
  counted: number | undefined
  spoiled: number | undefined
  unopened: number | undefined
}

export function turnoutOf(
  { ballots, reviewers }: Round,
  roll: Roll | undefined,
  spoiled: number | undefined,
): Turnout {
  const { cast: recorded, settled } = ballots
  const isCounted = spoiled !== undefined
  return {
    seats: reviewers,
    enrolled: roll?.filter((key) => key !== zeroAddress).length,
    recorded,
    spoiled,
    counted: isCounted ? settled - spoiled : undefined,
    unopened: isCounted ? recorded - settled : undefined,
  }
}
