/** Whether the registrar's word holds: for this seat and key, in this round. */
import type { Address } from 'viem'
import { verifyTypedData } from 'viem/actions'
import type { ReadClient } from './clients.ts'
import {
  isInTree,
  type SeatKey,
  toEnrolledKeysTypedData,
} from '../protocol/tickets/enrolledKeys.ts'
import type { RoundId } from '../protocol/typedData.ts'
import type {
  EnrolmentRecord,
  RegistrarsWord,
} from '../protocol/tickets/enrolmentRecord.ts'

/** Of an account, or of a contract that signs. */
export function isSignedBy(
  client: ReadClient,
  id: RoundId,
  { count, root, signature }: RegistrarsWord,
  registrar: Address,
): Promise<boolean> {
  const typedData = toEnrolledKeysTypedData(id, { root, count })
  const claim = { ...typedData, address: registrar, signature }
  // What is no signature at all is not one of the registrar either.
  return verifyTypedData(client, { ...claim, mode: 'eoa' }).catch(() => false)
}

export function isProved(
  { key, reviewer }: SeatKey,
  { proof, root }: RegistrarsWord,
): boolean {
  return isInTree(root, { reviewer, key }, proof)
}

/** The numbers of seats that a word stands for already, by this registrar. */
export async function seatsSigned(
  client: ReadClient,
  id: RoundId,
  enrolments: readonly EnrolmentRecord[],
  registrar: Address,
): Promise<Set<number>> {
  // One signature stands at thousands of seats.
  const answers = new Map<string, Promise<boolean>>()
  const isSigned = (word: RegistrarsWord) => {
    const name = `${word.root} ${word.count} ${word.signature}`
    const answer = answers.get(name) ?? isSignedBy(client, id, word, registrar)
    answers.set(name, answer)
    return answer
  }
  const signed = new Set<number>()
  for (const { word, ...seat } of enrolments)
    if (word && isProved(seat, word) && (await isSigned(word)))
      signed.add(seat.reviewer)
  return signed
}
