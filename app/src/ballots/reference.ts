/**
 * The number by which a reviewer finds the own ballot again: 50 bits of its public
 * digest in Crockford's digits. It tells no score, and two of 100,000 ballots share
 * one with a chance of 1 in 225,000.
 */
import type { Hash } from 'viem'

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10
const bits = 5n * BigInt(length)

/** `7K2F-9QXM-4T` */
export function referenceOf(ballotDigest: Hash): string {
  let rest = BigInt(ballotDigest) >> (256n - bits)
  let code = ''
  for (let place = 0; place < length; place += 1) {
    code = digits.charAt(Number(rest & 31n)) + code
    rest >>= 5n
  }
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-')
}

/** As written by hand; undefined where it cannot be one. */
export function parseReference(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const isRight =
    code.length === length &&
    Array.from(code).every((one) => digits.includes(one))
  if (!isRight) return undefined
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-')
}
