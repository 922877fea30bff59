/** JSON that is the same for the same value: names sorted, no white space. */

/** A bigint becomes a string of its decimal digits. */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, toJson)
}

function toJson(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Map) return sorted(Object.fromEntries(value) as object)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return value
  return sorted(value)
}

function sorted(object: object): object {
  const byName = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(byName)
}
