/** Brings the tables up to date. Each migration runs once, in this order. */
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ballots } from './migrations/ballots.ts'
import { contractSessions } from './migrations/contractSessions.ts'
import { documents } from './migrations/documents.ts'
import { tickets } from './migrations/tickets.ts'
import { openings } from './migrations/openings.ts'
import { keyProofs } from './migrations/keyProofs.ts'
import { castCosts } from './migrations/castCosts.ts'
import { ballotBlocks } from './migrations/ballotBlocks.ts'
import type { Tables } from './schema.ts'

const migrations: Readonly<Record<string, Migration>> = {
  '0001 ballots': ballots,
  '0010 documents': documents,
  '0020 tickets': tickets,
  '0030 openings': openings,
  '0040 key proofs': keyProofs,
  '0050 cast costs': castCosts,
  '0060 ballot blocks': ballotBlocks,
  '0070 contract sessions': contractSessions,
}

export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error instanceof Error) throw error
}
