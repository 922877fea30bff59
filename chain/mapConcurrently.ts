/** Many reads at once, but never more than a node bears. */

const mostAtOnce = 16

/** Like `Promise.all(items.map(…))` with at most 16 calls under way. */
export async function mapConcurrently<item, result>(
  items: readonly item[],
  call: (item: item) => Promise<result>,
): Promise<result[]> {
  const results = new Array<result>(items.length)
  const queue = items.entries()
  async function work(): Promise<void> {
    for (const [index, item] of queue) results[index] = await call(item)
  }
  await Promise.all(Array.from({ length: mostAtOnce }, work))
  return results
}

/** first, first + 1, … : the numbers of `count` things. */
export function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}
