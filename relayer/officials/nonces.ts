/** Numbers used once: each sign-in message holds one that was given out here. */
import type { Database } from '../storage/openDatabase.ts'
import { hashWord, nowByClock, randomWord } from './secrets.ts'

/** Seconds that somebody has to sign: the owners of a Safe need a working day. */
const lifetime = 8 * 3_600

export async function giveNonce({ db }: Pick<Database, 'db'>) {
  const nonce = randomWord()
  const now = nowByClock()
  const expiresAt = now + lifetime
  await db.deleteFrom('nonces').where('expires_at', '<=', now).execute()
  await db
    .insertInto('nonces')
    .values({ hash: hashWord(nonce), expires_at: expiresAt })
    .execute()
  return { nonce, expiresAt }
}

/** True once for each nonce, in its time. */
export async function takeNonce(
  { db }: Pick<Database, 'db'>,
  nonce: string,
): Promise<boolean> {
  const taken = await db
    .deleteFrom('nonces')
    .where('hash', '=', hashWord(nonce))
    .returning('expires_at')
    .executeTakeFirst()
  return taken !== undefined && taken.expires_at > nowByClock()
}
