/** Reads the fields of a JSON object, and notes every problem by its path. */
import { type Address, isAddress, zeroAddress } from 'viem'

export type Problem = {
  /** `times.close`, `trustees[2]` */
  path: string
  problem: string
  expected: string
}

/** One object of the file; all objects share the list of problems. */
export type Fields = {
  path: string
  content: Readonly<Record<string, unknown>>
  problems: Problem[]
}

/** One value, with where it stands. */
export type Value = { path: string; value: unknown; problems: Problem[] }

/** Names that begin so are comments. */
const comment = '//'

/** Notes a value that is no object, and names that are not known. */
export function toFields(
  { path, problems, value }: Value,
  known: readonly string[],
): Fields {
  const fields = { path, content: toObject(value), problems }
  if (value === undefined) note(fields, path, 'It is missing.', 'an object')
  else if (!isObject(value))
    note(fields, path, 'It is no object.', `{ ${known.join(', ')} }`)
  for (const name of Object.keys(fields.content))
    if (!known.includes(name) && !name.startsWith(comment))
      note(
        fields,
        pathOf(fields, name),
        'There is no such field.',
        `one of ${known.join(', ')}`,
      )
  return fields
}

export function valueOf(fields: Fields, name: string): Value {
  const { content, problems } = fields
  return { path: pathOf(fields, name), value: content[name], problems }
}

/** Given a fallback, the field may be missing. */
export function readWhole(
  value: Value,
  most: number,
  fallback?: number,
): number {
  const { value: given } = value
  if (given === undefined && fallback !== undefined) return fallback
  if (Number.isSafeInteger(given)) {
    const number = given as number
    if (number >= 0 && number <= most) return number
  }
  return wrong(value, `a whole number from 0 to ${most}`, 0)
}

/** A number, or digits with separators: "60,000,000". */
export function readAmount(value: Value, fallback?: bigint): bigint {
  const { value: given } = value
  if (given === undefined && fallback !== undefined) return fallback
  const text = Number.isSafeInteger(given) ? String(given) : given
  const isWritten =
    typeof text === 'string' && /^(\d{1,3}(,\d{3})+|\d+)$/.test(text)
  const amount = isWritten ? BigInt(text.replaceAll(',', '')) : undefined
  if (amount !== undefined && amount < 2n ** 128n) return amount
  return wrong(value, 'a whole amount such as 60000000 or "60,000,000"', 0n)
}

export function readBoolean(value: Value): boolean {
  if (typeof value.value === 'boolean') return value.value
  return wrong(value, 'true or false', false)
}

export function readWord<const word extends string>(
  value: Value,
  words: readonly [word, ...word[]],
): word {
  const found = words.find((word) => word === value.value)
  if (found !== undefined) return found
  return wrong(value, words.map((word) => `"${word}"`).join(' or '), words[0])
}

export function readAddress(value: Value): Address {
  const { value: given } = value
  if (typeof given === 'string' && isAddress(given)) return given
  const form = 'an address: 0x and 40 hexadecimal digits'
  return wrong(value, `${form}, capitals as its checksum has them`, zeroAddress)
}

export function readList<item>(
  value: Value,
  readItem: (item: Value) => item,
  fallback?: readonly item[],
): readonly item[] {
  const { path, problems, value: given } = value
  if (given === undefined && fallback !== undefined) return fallback
  if (!Array.isArray(given)) return wrong(value, 'a list: [ … ]', [])
  return given.map((item: unknown, index) =>
    readItem({ path: `${path}[${index}]`, value: item, problems }),
  )
}

/** Notes the problem, and answers something to go on with. */
export function wrong<result>(
  { path, problems, value }: Value,
  expected: string,
  fallback: result,
): result {
  const problem =
    value === undefined ? 'It is missing.' : `It is ${JSON.stringify(value)}.`
  problems.push({ path, problem, expected })
  return fallback
}

function note(
  { problems }: Fields,
  path: string,
  problem: string,
  expected: string,
): void {
  problems.push({ path, problem, expected })
}

function pathOf({ path }: Fields, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
