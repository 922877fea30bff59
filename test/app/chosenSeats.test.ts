/**
 * the seats that get new tickets
 * ├── all, or all of a community → whoever has claimed one keeps it
 * ├── one that is named → though it is claimed
 * ├── one of a jury, by its number → nobody, where the number has no ticket
 * └── nothing chosen → nobody
 */
import { expect } from 'chai'
import {
  type ChosenSeats,
  reviewersOf,
  startOf,
} from '../../app/src/features/tickets/chosenSeats.ts'
import type { Seat, SeatState } from '../../app/src/relayer/registrar.ts'

function seatsOf(states: readonly SeatState[], communities: boolean): Seat[] {
  return states.map((state, index) => ({
    ...{ reviewer: index + 1, state, isSigned: false },
    community: communities ? Math.floor(index / 2) + 1 : null,
    seat: communities ? (index % 2) + 1 : null,
  }))
}

const states = ['issued', 'claimed', 're-issued', 'none', 'issued'] as const
const villages = seatsOf(states, true)
const jury = seatsOf(states, false)

describe('the seats that get new tickets', () => {
  const cases: [string, ChosenSeats | undefined, Seat[], number[]][] = [
    ['all', startOf('all'), villages, [1, 3, 5]],
    ['all of a jury', startOf('all'), jury, [1, 3, 5]],
    ['a community', startOf('1'), villages, [1]],
    ['one of it', { of: 1, seat: 2 }, villages, [2]],
    ['one of another', { of: 2, seat: 1 }, villages, []],
    ['a juror', { of: 'jury', seat: 2 }, jury, [2]],
    ['a juror yet unnamed', startOf('jury'), jury, []],
    ['a juror without a ticket', { of: 'jury', seat: 4 }, jury, []],
    ['a juror of no number', { of: 'jury', seat: Number('x') }, jury, []],
    ['nothing', startOf(''), villages, []],
  ]
  for (const [name, chosen, seats, expected] of cases)
    it(`are, of ${name}, ${expected.join(', ') || 'none'}`, () => {
      expect(reviewersOf(chosen, seats)).to.deep.equal(expected)
    })
})
