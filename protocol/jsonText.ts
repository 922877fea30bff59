/** JSON as Dure writes it: to files, to stdout, for download. */

export function jsonText(content: unknown): string {
  return `${JSON.stringify(content, toJson, 2)}\n`
}

/**
 * A bigint becomes a decimal number where a JSON number holds it exactly, else
 * a string of its decimal digits.
 */
function toJson(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
}
