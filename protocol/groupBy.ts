/** Groups things by what they have in common; `Map.groupBy` is too new for some phones. */
export function groupBy<thing, key>(
  things: readonly thing[],
  keyOf: (thing: thing) => key,
): Map<key, thing[]> {
  const groups = new Map<key, thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}
