/** Refusals about ranking, objections and confirmation. */
import { grouped } from '../printing.ts'
import type { Explains } from './refusal.ts'

export const ofDecision: Explains<
  | 'Round_OrderLength'
  | 'Round_OrderHalf'
  | 'Round_OrderWrong'
  | 'Round_Objected'
  | 'Round_NoObjection'
  | 'Round_Answered'
  | 'Round_DepartureRemoved'
  | 'Round_DepartureAdded'
  | 'Round_DepartureBudget'
  | 'Round_NoNumber'
> = {
  Round_OrderLength: ({ expected, half, length }) => ({
    sentence: `The order of half ${half} has ${length} proposals instead of ${expected}.`,
    advice: 'Hand it in with `dure rank`, which works it out.',
  }),
  Round_OrderHalf: ({ half, proposal }) => ({
    sentence: `Proposal ${proposal} does not belong to half ${half}.`,
    advice: 'Hand the order in with `dure rank`, which works it out.',
  }),
  Round_OrderWrong: ({ first, half, second }) => ({
    sentence: `In half ${half} proposal ${first} cannot stand before proposal ${second}.`,
    advice: 'Hand the order in with `dure rank`, which works it out.',
  }),
  Round_Objected: ({ key }) => ({
    sentence: `${key} objected already.`,
    advice: 'Each key objects once.',
  }),
  Round_NoObjection: ({ count, objection }) => ({
    sentence: `There is no objection ${objection}.`,
    advice:
      count === 0n
        ? 'Nobody has objected.'
        : `Expected a number from 1 to ${grouped(count)}.`,
  }),
  Round_Answered: ({ objection }) => ({
    sentence: `Objection ${objection} was answered already.`,
    advice: 'An answer cannot be replaced.',
  }),
  Round_DepartureRemoved: ({ proposal }) => ({
    sentence: `Proposal ${proposal} is not recommended, or was removed before.`,
    advice: 'Remove recommended proposals only, each once.',
  }),
  Round_DepartureAdded: ({ proposal }) => ({
    sentence: `Proposal ${proposal} cannot take the place.`,
    advice:
      'Add one that is eligible, not selected, and of the same half and category, or 0 for nobody.',
  }),
  Round_DepartureBudget: ({ budget, half, spent }) => ({
    sentence: `The departures spend ${grouped(spent)} in half ${half}, which has ${grouped(budget)}.`,
    advice: 'Add a proposal that asks for less, or 0 for nobody.',
  }),
  Round_NoNumber: ({ count, number }) => ({
    sentence: `No proposal has the number ${number}.`,
    advice: `Expected a number from 1 to ${grouped(count)}.`,
  }),
}
