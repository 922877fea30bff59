/** Keeps what the registrar signs to reviewers: the keys enrolled for seats. */
import type { Address, Hex } from 'viem'
import { verifyTypedData } from 'viem/actions'
import {
  toEnrolledKeysTypedData,
  treeOfKeys,
} from '../../protocol/tickets/enrolledKeys.ts'
import type { Services } from '../services.ts'
import { RegistrarSignatureError } from '../tickets/errors.ts'
import { readEnrolments } from './readEnrolments.ts'

export type SignatureOverKeys = {
  registrar: Address
  /** Seats whose keys it is over; a claim after them does not spoil it. */
  reviewers: readonly number[]
  signature: Hex
}

/** For all of the seats, or none. */
export async function keepSignature(
  { database, node }: Pick<Services, 'database' | 'node'>,
  round: Address,
  { registrar, reviewers, signature }: SignatureOverKeys,
): Promise<void> {
  const wanted = new Set(reviewers)
  const enrolled = await readEnrolments(database, round)
  const seats = enrolled.filter(({ reviewer }) => wanted.has(reviewer))
  const count = wanted.size
  if (seats.length !== count) throw new RegistrarSignatureError({ count })
  const { proofs, root } = treeOfKeys(seats)
  const id = { chainId: BigInt(node.chainId), round }
  const typedData = toEnrolledKeysTypedData(id, { root, count })
  const claim = { ...typedData, address: registrar, signature }
  const isRight = await verifyTypedData(node.reader, { ...claim, mode: 'eoa' })
  if (!isRight) throw new RegistrarSignatureError({ count })
  const word = {
    ...{ registrar, registrar_signature: signature },
    ...{ registrar_root: root, registrar_count: count },
  }
  await database.db.transaction().execute(async (transaction) => {
    for (const [index, { key, reviewer }] of seats.entries())
      await transaction
        .updateTable('enrolments')
        .set({ ...word, registrar_proof: JSON.stringify(proofs[index]) })
        .where('round', '=', round)
        .where('reviewer', '=', reviewer)
        // A seat that was enrolled anew meanwhile waits for its own.
        .where('key', '=', key)
        .execute()
  })
}
