/** Keeps what the registrar signs to reviewers: the key enrolled for each seat. */
import type { Address, Hex } from 'viem'
import { verifyTypedData } from 'viem/actions'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import { toEnrolledKeyTypedData } from '../../protocol/tickets/enrolment.ts'
import type { Services } from '../services.ts'
import { RegistrarSignatureError } from '../tickets/errors.ts'
import { readEnrolments } from './readEnrolments.ts'

export type SignatureForSeat = { reviewer: number; signature: Hex }

/** All of them, or none. */
export async function keepSignatures(
  { database, node }: Pick<Services, 'database' | 'node'>,
  round: Address,
  registrar: Address,
  signatures: readonly SignatureForSeat[],
): Promise<void> {
  const enrolled = await readEnrolments(database, round)
  const keys = new Map(enrolled.map(({ key, reviewer }) => [reviewer, key]))
  const id = { chainId: BigInt(node.chainId), round }
  const signed = await mapConcurrently(
    signatures,
    async ({ reviewer, signature }) => {
      const key = keys.get(reviewer)
      if (!key) throw new RegistrarSignatureError({ reviewer })
      const typedData = toEnrolledKeyTypedData(id, { reviewer, key })
      const claim = { ...typedData, address: registrar, signature }
      const isRight = await verifyTypedData(node.reader, {
        ...claim,
        mode: 'eoa',
      })
      if (!isRight) throw new RegistrarSignatureError({ reviewer })
      return { reviewer, key, signature }
    },
  )
  await database.db.transaction().execute(async (transaction) => {
    for (const { key, reviewer, signature } of signed)
      await transaction
        .updateTable('enrolments')
        .set({ registrar, registrar_signature: signature })
        .where('round', '=', round)
        .where('reviewer', '=', reviewer)
        // A seat that was enrolled anew meanwhile waits for its own.
        .where('key', '=', key)
        .execute()
  })
}
