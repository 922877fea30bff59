/** Counts what could still link a person to a seat of a round. */
import { type Kysely, sql } from 'kysely'
import type { Address } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import type { Tables } from '../storage/schema.ts'

/** `table.column`, or what else was counted, and how many. */
export type Finding = { place: string; count: number }

export async function checkLinks(
  { db }: Pick<Database, 'db'>,
  round: Address,
): Promise<Finding[]> {
  const places = [
    ['contacts', 'contact'],
    ['tickets', 'hash'],
    ['enrolments', 'ticket'],
    ['enrolments', 'signature'],
  ] as const
  const findings: Finding[] = []
  for (const [table, column] of places) {
    const counted = await sql<{ count: number }>`
      select count(${sql.ref(column)})::int as count
      from ${sql.table(table)} where round = ${round}`.execute(db)
    const count = counted.rows[0]?.count ?? 0
    findings.push({ place: `${table}.${column}`, count })
  }
  return findings
}

/** Every column of text in the database, of whatever table, and these words. */
export async function seekWords(
  { db }: Pick<Database, 'db'>,
  words: readonly string[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { column, schema, table } of await readColumns(db)) {
    const from = sql.id(schema, table)
    const found = await sql<{ count: number }>`
      select count(*)::int as count from ${from}
      where exists (select 1 from unnest(${[...words]}::text[]) as word
        where position(word in ${sql.id(column)}::text) > 0)`.execute(db)
    const count = found.rows[0]?.count ?? 0
    findings.push({ place: `${schema}.${table}.${column}`, count })
  }
  return findings
}

type TextColumn = { schema: string; table: string; column: string }

async function readColumns(db: Kysely<Tables>): Promise<TextColumn[]> {
  const { rows } = await sql<TextColumn>`
    select c.table_schema as schema, c.table_name as table, c.column_name as column
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE'
      and c.table_schema not in ('pg_catalog', 'information_schema')
      and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb')
    order by 1, 2, 3`.execute(db)
  return rows
}
