/** What a relayer says about enrolled keys, taken at nobody's word. */
import type { Address, Hex } from 'viem'
import {
  type EnrolmentRecord,
  parseEnrolment,
} from '../../protocol/tickets/enrolmentRecord.ts'
import {
  askRelayer,
  connectRelayer,
  type RelayerConnection,
} from './connectRelayer.ts'

/** All of a round, as its registrar. */
export async function fetchEnrolments(
  relayer: RelayerConnection,
  round: Address,
): Promise<EnrolmentRecord[]> {
  const { enrolments } = relayer.client.rounds[':round']
  const request = enrolments.$get({ param: { round } })
  const answer = await (await askRelayer(relayer, request)).json()
  return answer.enrolments.map(parseEnrolment)
}

/** That of one seat, as anyone. */
export async function fetchEnrolment(
  url: string,
  round: Address,
  reviewer: number,
): Promise<EnrolmentRecord> {
  const relayer = connectRelayer(url)
  const route = relayer.client.rounds[':round'].enrolments[':reviewer']
  const param = { round, reviewer: String(reviewer) }
  const answer = await askRelayer(relayer, route.$get({ param }))
  return parseEnrolment(await answer.json())
}

/** The registrar's word for these seats. */
export async function postSignature(
  relayer: RelayerConnection,
  round: Address,
  json: { reviewers: number[]; signature: Hex },
): Promise<void> {
  const route = relayer.client.rounds[':round']['enrolment-signature']
  await askRelayer(relayer, route.$post({ param: { round }, json }))
}
