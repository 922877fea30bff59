/** The keys that are enrolled, with the registrar's word for each. */
import type { Address, Hex } from 'viem'
import type { Database } from '../storage/openDatabase.ts'

export type EnrolledKey = {
  reviewer: number
  key: Address
  /** Who signed, and `EnrolledKey` signed; null until the registrar has. */
  registrar: Address | null
  signature: Hex | null
}

/** In seat order; of one reviewer only, if told. */
export async function readEnrolments(
  { db }: Pick<Database, 'db'>,
  round: Address,
  reviewer?: number,
): Promise<EnrolledKey[]> {
  const query = db
    .selectFrom('enrolments')
    .select(['reviewer', 'key', 'registrar', 'registrar_signature'])
    .where('round', '=', round)
    .orderBy('reviewer')
  const rows = await (
    reviewer === undefined ? query : query.where('reviewer', '=', reviewer)
  ).execute()
  return rows.map((row) => ({
    reviewer: row.reviewer,
    key: row.key as Address,
    registrar: row.registrar as Address | null,
    signature: row.registrar_signature as Hex | null,
  }))
}
