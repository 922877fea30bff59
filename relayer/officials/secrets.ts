/** Random words for sign-in, which the database knows by their hashes only. */
import { randomBytes } from 'node:crypto'
import { sha256, stringToBytes } from 'viem'

/** 128 or more random bits, so a plain hash cannot be turned back. */
export function randomWord(): string {
  return randomBytes(32).toString('hex')
}

export function hashWord(word: string): string {
  return sha256(stringToBytes(word)).slice(2)
}

/** Seconds, by the clock of the day. */
export function nowByClock(): number {
  return Math.floor(Date.now() / 1000)
}
