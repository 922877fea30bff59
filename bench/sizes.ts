/** The real case of 2017, and a round small enough for every test run. */
import type { RoundSize } from './measureRound.ts'

export const fullSize: RoundSize = {
  communities: 872,
  seats: 10,
  list: 10,
  page: 400,
  pagesAtOnce: 4,
}

export const smallSize: RoundSize = {
  communities: 40,
  seats: 5,
  list: 10,
  page: 50,
  pagesAtOnce: 2,
}
