/** Reads a number of 1 or more from META, or nothing. */
export function readWhole(
  meta: ReadonlyMap<string, string>,
  key: string,
): number | undefined {
  const text = meta.get(key) ?? ''
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}
