/** Who is signed in, for some hours, by a random token. */
import { type Address, getAddress } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import { hashWord, nowByClock, randomWord } from './secrets.ts'

export type Session = { token: string; expiresAt: number }

/** Seconds. */
export const sessionLifetime = 8 * 3_600

export async function openSession(
  { db }: Pick<Database, 'db'>,
  address: Address,
): Promise<Session> {
  const token = randomWord()
  const now = nowByClock()
  const expiresAt = now + sessionLifetime
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await db
    .insertInto('sessions')
    .values({ hash: hashWord(token), address, expires_at: expiresAt })
    .execute()
  return { token, expiresAt }
}

export async function readSession(
  { db }: Pick<Database, 'db'>,
  token: string,
): Promise<Address | undefined> {
  const session = await db
    .selectFrom('sessions')
    .select('address')
    .where('hash', '=', hashWord(token))
    .where('expires_at', '>', nowByClock())
    .executeTakeFirst()
  return session && getAddress(session.address)
}

export async function closeSession(
  { db }: Pick<Database, 'db'>,
  token: string,
): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hashWord(token)).execute()
}
