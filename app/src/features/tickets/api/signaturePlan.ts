/** What of the enrolled keys waits for the registrar's word. */
import { queryOptions } from '@tanstack/react-query'
import { seatsSigned } from '../../../../../chain/isRegistrarsWord.ts'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { planSignature } from '../../../../../protocol/tickets/planSignature.ts'
import { type Desk, fetchEnrolments } from '../../../relayer/registrar.ts'

export async function readSignaturePlan(
  node: ReadClient,
  chainId: number,
  desk: Desk,
) {
  const { round, session } = desk
  const enrolments = await fetchEnrolments(desk)
  const id = { chainId: BigInt(chainId), round }
  const signed = await seatsSigned(node, id, enrolments, session.address)
  return planSignature(enrolments, signed) ?? null
}

/** Null: nobody is enrolled. */
export function signatureQuery(node: ReadClient, chainId: number, desk: Desk) {
  const { relayer, address } = desk.session
  return queryOptions({
    queryKey: ['desk', 'signature', relayer, address, desk.round],
    queryFn: () => readSignaturePlan(node, chainId, desk),
    retry: false,
    gcTime: 0,
  })
}
