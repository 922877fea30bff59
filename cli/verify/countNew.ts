/** Turns reports that name a part again and again into one step a part. */
export function countNew(
  advance: (by: number) => void,
): (part: string) => void {
  const seen = new Set<string>()
  return (part) => {
    const isNew = !seen.has(part)
    seen.add(part)
    // Also without anything new: this is where a stop is noticed.
    advance(isNew ? 1 : 0)
  }
}
