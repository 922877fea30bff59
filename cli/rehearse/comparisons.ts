/** What a rehearsal compared, and where the two sides differ. */

export type Difference = { where: string; expected: string; actual: string }

export type Comparisons = {
  compare(where: string, expected: Comparable, actual: Comparable): void
  /** How many comparisons were made. */
  readonly compared: number
  readonly differences: readonly Difference[]
}

type Comparable = string | number | bigint | boolean

export function createComparisons(): Comparisons {
  const differences: Difference[] = []
  let compared = 0
  return {
    differences,
    get compared() {
      return compared
    },
    compare(where, expected, actual) {
      compared += 1
      // A count may be a number on one side and a bigint on the other.
      if (String(expected) === String(actual)) return
      differences.push({
        where,
        expected: String(expected),
        actual: String(actual),
      })
    },
  }
}
