/** Asks something once in a while, however often the answer is needed. */

/** `age`: milliseconds for which an answer stays good. */
export function recently<answer>(
  age: number,
  ask: () => Promise<answer>,
): () => Promise<answer> {
  let asked = Number.NEGATIVE_INFINITY
  let latest: Promise<answer> | undefined
  return () => {
    // Not the clock of the day, which may jump.
    const now = performance.now()
    if (latest && now - asked < age) return latest
    asked = now
    const asking = ask()
    latest = asking
    asking.catch(() => {
      if (latest === asking) latest = undefined
    })
    return asking
  }
}
