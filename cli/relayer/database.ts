/** The database of a relayer, for acts on it while the relayer is stopped. */
import type { Database } from '../../relayer/storage/openDatabase.ts'
import type { Surroundings } from '../frame/surroundings.ts'

/** By DURE_DATA_FOLDER or DATABASE_URL. */
export async function withDatabase<result>(
  { env }: Pick<Surroundings, 'env'>,
  work: (database: Database) => Promise<result>,
): Promise<result> {
  const { readStorage } = await import('../../relayer/config/readConfig.ts')
  const { openDatabase } = await import('../../relayer/storage/openDatabase.ts')
  const database = await openDatabase(readStorage(env))
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
