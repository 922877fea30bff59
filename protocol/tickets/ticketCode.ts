/** A ticket as people hold it: 128 random bits, in text that is easy to copy. */
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, type Hash } from 'viem'
import { BaseError } from '../errors.ts'

export const ticketLength = 16

/** Crockford's digits: no I, L, O or U. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 128 bits of the ticket, 12 bits to tell a slip of the pen. */
const codeLength = 28
const groupLength = 4
const checkBits = 12n

export function formatTicket(ticket: Uint8Array): string {
  let rest = (bytesToNumberBE(ticket) << checkBits) | checkOf(ticket)
  const code = Array.from({ length: codeLength }, () => {
    const digit = digits.charAt(Number(rest & 31n))
    rest >>= 5n
    return digit
  }).reverse()
  return code.map((digit, place) => separated(digit, place)).join('')
}

/** Reads it as written by hand: in small letters, without hyphens, O for 0. */
export function parseTicket(text: string): Uint8Array {
  const code = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const values = Array.from(code, (digit) => digits.indexOf(digit))
  if (values.length !== codeLength || values.includes(-1))
    throw new TicketMalformedError()
  const number = values.reduce((sum, value) => sum * 32n + BigInt(value), 0n)
  const ticket = numberToBytesBE(number >> checkBits, ticketLength)
  if (checkOf(ticket) !== (number & ((1n << checkBits) - 1n)))
    throw new TicketMalformedError()
  return ticket
}

/**
 * What is stored in its place. A plain hash is enough: 128 random bits cannot be
 * guessed, however fast the hash.
 */
export function ticketHash(ticket: Uint8Array): Hash {
  return bytesToHex(sha256(ticket))
}

function separated(digit: string, place: number): string {
  return place > 0 && place % groupLength === 0 ? `-${digit}` : digit
}

function checkOf(ticket: Uint8Array): bigint {
  return bytesToNumberBE(sha256(ticket).subarray(0, 2)) >> 4n
}

export class TicketMalformedError extends BaseError {
  override name = 'TicketMalformedError'

  constructor() {
    super('This is no ticket, or a letter of it is wrong.', {
      metaMessages: [
        `Expected ${codeLength} letters and digits, in groups of ${groupLength}.`,
      ],
    })
  }
}
