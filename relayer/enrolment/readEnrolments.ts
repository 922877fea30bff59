/** The keys that are enrolled, with the registrar's word for each. */
import type { Address, Hash, Hex } from 'viem'
import type { Database } from '../storage/openDatabase.ts'

export type EnrolledKey = {
  reviewer: number
  key: Address
  /** Who signed `EnrolledKeys`; all of these are null until then. */
  registrar: Address | null
  root: Hash | null
  count: number | null
  proof: Hex[] | null
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
    .select(['registrar_root', 'registrar_count', 'registrar_proof'])
    .where('round', '=', round)
    .orderBy('reviewer')
  const rows = await (
    reviewer === undefined ? query : query.where('reviewer', '=', reviewer)
  ).execute()
  return rows.map((row) => ({
    reviewer: row.reviewer,
    key: row.key as Address,
    registrar: row.registrar as Address | null,
    root: row.registrar_root as Hash | null,
    count: row.registrar_count,
    proof: parseProof(row.registrar_proof),
    signature: row.registrar_signature as Hex | null,
  }))
}

function parseProof(text: string | null): Hex[] | null {
  return text === null ? null : (JSON.parse(text) as Hex[])
}
