/** Does together what is asked for while the same is being done for others. */

/** A failure of the work is that of all; else each item has an outcome of its own. */
export type GroupWork<item, result> = (
  items: readonly item[],
) => Promise<readonly (result | Error)[]>

type Asked<item, result> = {
  item: item
  resolve: (result: result) => void
  reject: (error: unknown) => void
}

/** No group holds two items of one name: they come one after the other. */
export function inGroups<item, result>(
  work: GroupWork<item, result>,
  { most, nameOf }: { most: number; nameOf: (item: item) => string },
): (item: item) => Promise<result> {
  let waiting: Asked<item, result>[] = []
  let isBusy = false

  async function workOn(): Promise<void> {
    if (isBusy) return
    isBusy = true
    while (waiting.length > 0) {
      const group = takeGroup()
      await settle(group, work)
    }
    isBusy = false
  }

  function takeGroup(): Asked<item, result>[] {
    const group = new Map<string, Asked<item, result>>()
    waiting = waiting.filter((asked) => {
      const name = nameOf(asked.item)
      if (group.size === most || group.has(name)) return true
      group.set(name, asked)
      return false
    })
    return [...group.values()]
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      void workOn()
    })
}

/** Never throws: the reason goes to whoever asked. */
async function settle<item, result>(
  group: readonly Asked<item, result>[],
  work: GroupWork<item, result>,
): Promise<void> {
  try {
    const outcomes = await work(group.map(({ item }) => item))
    for (const [index, { reject, resolve }] of group.entries()) {
      const outcome = outcomes[index]
      if (outcome === undefined || outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    }
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
}
