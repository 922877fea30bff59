/** Who is signed in, for some hours, by a random token. */
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import type { ContractWord } from './contractWord.ts'
import { hashWord, nowByClock, randomWord } from './secrets.ts'

export type Session = { token: string; expiresAt: number }

export type SessionHolder = {
  address: Address
  /** That a contract wallet has to stand by as long as the session lasts. */
  word: ContractWord | undefined
}

/** Seconds. */
export const sessionLifetime = 8 * 3_600

export async function openSession(
  { db }: Pick<Database, 'db'>,
  { address, word }: SessionHolder,
): Promise<Session> {
  const token = randomWord()
  const now = nowByClock()
  const expiresAt = now + sessionLifetime
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await db
    .insertInto('sessions')
    .values({
      ...{ hash: hashWord(token), address, expires_at: expiresAt },
      signed_hash: word?.hash ?? null,
      signature: word?.signature ?? null,
    })
    .execute()
  return { token, expiresAt }
}

export async function readSession(
  { db }: Pick<Database, 'db'>,
  token: string,
): Promise<SessionHolder | undefined> {
  const session = await db
    .selectFrom('sessions')
    .select(['address', 'signed_hash', 'signature'])
    .where('hash', '=', hashWord(token))
    .where('expires_at', '>', nowByClock())
    .executeTakeFirst()
  if (!session) return undefined
  const { address, signature, signed_hash: hash } = session
  const word =
    hash === null || signature === null
      ? undefined
      : { hash: hash as Hex, signature: signature as Hex }
  return { address: getAddress(address), word }
}

export async function closeSession(
  { db }: Pick<Database, 'db'>,
  token: string,
): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hashWord(token)).execute()
}
