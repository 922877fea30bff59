/** Counts what of late the node did not answer as it should. */

export type NodeWatch = {
  note: (isFailed: boolean) => void
  /** In a hundred of the latest calls; none if there were too few to tell. */
  failing: () => number | null
}

/** Calls of which it keeps count, and milliseconds for which each is of late. */
const most = 50
const age = 60_000
const least = 10

export function createNodeWatch(): NodeWatch {
  let calls: { at: number; isFailed: boolean }[] = []
  return {
    note(isFailed) {
      calls = [...calls.slice(1 - most), { at: performance.now(), isFailed }]
    },
    failing() {
      const since = performance.now() - age
      const late = calls.filter(({ at }) => at >= since)
      if (late.length < least) return null
      const failed = late.filter(({ isFailed }) => isFailed).length
      return Math.round((100 * failed) / late.length)
    },
  }
}
