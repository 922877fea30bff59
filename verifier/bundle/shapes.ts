/** Small parsers of JSON values, which say where a value is not as it must be. */
import { type Address, type Hash, type Hex, maxUint256 } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

/** `at` is the way to the value, as one writes it in JavaScript. */
export type Shape<value> = (json: unknown, at: string) => value

export const flag: Shape<boolean> = (json, at) => {
  if (typeof json !== 'boolean') throw wrong(at, 'true or false', json)
  return json
}

/** A whole number from 0 on that JSON holds exactly. */
export const whole: Shape<number> = (json, at) => {
  if (typeof json !== 'number' || !Number.isSafeInteger(json) || json < 0)
    throw wrong(at, 'a whole number', json)
  return json
}

/** A whole number of up to 256 bits, as a string of its decimal digits. */
export const decimal: Shape<bigint> = (json, at) => {
  if (typeof json !== 'string' || !/^(0|[1-9]\d{0,77})$/.test(json))
    throw wrong(at, 'decimal digits in a string', json)
  const number = BigInt(json)
  if (number > maxUint256) throw wrong(at, 'at most 256 bits', json)
  return number
}

export const bytes: Shape<Hex> = (json, at) => {
  if (typeof json !== 'string' || !/^0x([0-9a-fA-F]{2})*$/.test(json))
    throw wrong(at, 'bytes as 0x and hexadecimal digits', json)
  return json as Hex
}

export const hash: Shape<Hash> = (json, at) => sized(json, at, 32)

export const address: Shape<Address> = (json, at) => sized(json, at, 20)

export function word<const words extends string>(
  words: readonly words[],
): Shape<words> {
  return (json, at) => {
    const found = words.find((one) => one === json)
    if (found === undefined) throw wrong(at, words.join(' or '), json)
    return found
  }
}

export function nullable<value>(shape: Shape<value>): Shape<value | null> {
  return (json, at) => (json === null ? null : shape(json, at))
}

/** Left out in JSON where it is undefined. */
export function optional<value>(shape: Shape<value>): Shape<value | undefined> {
  return (json, at) => (json === undefined ? undefined : shape(json, at))
}

export function list<value>(shape: Shape<value>): Shape<value[]> {
  return (json, at) => {
    if (!Array.isArray(json)) throw wrong(at, 'a list', json)
    return json.map((item: unknown, index) => shape(item, `${at}[${index}]`))
  }
}

/** Exactly these fields; those that are optional may be left out. */
export function fields<value extends object>(shapes: {
  [name in keyof value]-?: Shape<value[name]>
}): Shape<value> {
  const known = Object.entries<Shape<unknown>>(shapes)
  return (json, at) => {
    const given = new Map(Object.entries(toObject(json, at)))
    const parsed = known.map(([name, shape]) => {
      const value = shape(given.get(name), `${at}.${name}`)
      given.delete(name)
      return [name, value]
    })
    for (const name of given.keys())
      throw new BundleShapeError({ at: `${at}.${name}`, expected: 'nothing' })
    return Object.fromEntries(parsed) as value
  }
}

/** Any number of fields whose names are hashes. */
export function byHash<value>(shape: Shape<value>): Shape<Map<Hash, value>> {
  return (json, at) => {
    const given = Object.entries(toObject(json, at))
    return new Map(
      given.map(([name, item]) => [
        hash(name, `the name ${at}.${name}`),
        shape(item, `${at}.${name}`),
      ]),
    )
  }
}

function toObject(json: unknown, at: string): object {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw wrong(at, 'an object', json)
  return json
}

function sized(json: unknown, at: string, size: number): Hex {
  if (typeof json === 'string' && json.length === 2 + 2 * size)
    return bytes(json, at)
  throw wrong(at, `${size} bytes as 0x and hexadecimal digits`, json)
}

function wrong(at: string, expected: string, json: unknown): BundleShapeError {
  return new BundleShapeError({ at, expected, actual: describe(json) })
}

function describe(json: unknown): string {
  if (json === undefined) return 'nothing'
  const text = JSON.stringify(json)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

export class BundleShapeError extends BaseError {
  override name = 'BundleShapeError'
  readonly at: string

  constructor({
    at,
    expected,
    actual = 'something',
  }: {
    at: string
    expected: string
    actual?: string
  }) {
    super(`${at} is not as it must be.`, {
      metaMessages: [`Expected ${expected}, and found ${actual}.`],
    })
    this.at = at
  }
}
