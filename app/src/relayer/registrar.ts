/** What the registrar of a round asks a relayer, signed in. */
import type { Address, Hex } from 'viem'
import type { IssuedTicket } from '../../../protocol/tickets/ticket.ts'
import {
  type EnrolmentRecord,
  parseEnrolment,
} from '../../../protocol/tickets/enrolmentRecord.ts'
import { relayerClient } from './client.ts'
import { askRelayer } from './refusal.ts'
import { authorization, type Session } from './session.ts'

export type Desk = { session: Session; round: Address }

const inRound = ({ round, session }: Desk) => ({
  rounds: relayerClient(session.relayer).rounds[':round'],
  param: { round },
  signed: authorization(session),
})

export type SeatState = 'none' | 'issued' | 're-issued' | 'claimed'
export type Seat = {
  reviewer: number
  /** Null: an outside jury. */
  community: number | null
  seat: number | null
  state: SeatState
  isSigned: boolean
}
export type Seats = {
  counts: { seats: number; issued: number; claimed: number }
  seats: Seat[]
}

export async function fetchSeats(desk: Desk): Promise<Seats> {
  const { param, rounds, signed } = inRound(desk)
  const ask = () => rounds.seats.$get({ param, query: {} }, signed)
  return (await (await askRelayer(ask)).json()) as Seats
}

/** In the clear in this answer, and nowhere else. */
export type LinkedTicket = IssuedTicket & { link: string }

export async function issueTickets(
  desk: Desk,
  range: { from?: number; to?: number },
): Promise<LinkedTicket[]> {
  const { param, rounds, signed } = inRound(desk)
  const json = { form: 'json' as const, ...range }
  const ask = () => rounds.tickets.$post({ param, json }, signed)
  return readTickets(await askRelayer(ask))
}

export const reissueReasons = [
  'lost',
  'not received',
  'seen by others',
  'key lost',
  'person changed',
] as const
export type ReissueReason = (typeof reissueReasons)[number]

export async function reissueTickets(
  desk: Desk,
  reviewers: number[],
  reason: ReissueReason,
): Promise<LinkedTicket[]> {
  const { param, rounds, signed } = inRound(desk)
  const json = { form: 'json' as const, reviewers, reason }
  const ask = () => rounds.reissues.$post({ param, json }, signed)
  return readTickets(await askRelayer(ask))
}

async function readTickets(answer: Response): Promise<LinkedTicket[]> {
  const { tickets } = (await answer.json()) as { tickets: LinkedTicket[] }
  return tickets
}

export type KeptContact = { reviewer: number; contact: string }

export async function fetchContacts(desk: Desk): Promise<KeptContact[]> {
  const { param, rounds, signed } = inRound(desk)
  const answer = await askRelayer(() => rounds.contacts.$get({ param }, signed))
  const { contacts } = (await answer.json()) as { contacts: KeptContact[] }
  return contacts
}

export async function putContacts(desk: Desk, table: string): Promise<number> {
  const { param, rounds, signed } = inRound(desk)
  const json = { table }
  const ask = () => rounds.contacts.$put({ param, json }, signed)
  const { kept } = (await (await askRelayer(ask)).json()) as { kept: number }
  return kept
}

export async function fetchEnrolments(desk: Desk): Promise<EnrolmentRecord[]> {
  const { param, rounds, signed } = inRound(desk)
  const ask = () => rounds.enrolments.$get({ param }, signed)
  const answer = (await (await askRelayer(ask)).json()) as {
    enrolments: unknown[]
  }
  return answer.enrolments.map(parseEnrolment)
}

/** The registrar's word for the keys of these seats. */
export async function postSignature(
  desk: Desk,
  json: { reviewers: number[]; signature: Hex },
): Promise<void> {
  const { param, rounds, signed } = inRound(desk)
  const route = rounds['enrolment-signature']
  await askRelayer(() => route.$post({ param, json }, signed))
}

/** The roll that follows from the enrolled keys, as a table. */
export async function fetchRollTable(desk: Desk): Promise<string> {
  const { param, rounds, signed } = inRound(desk)
  const ask = () => rounds['roll.csv'].$get({ param }, signed)
  return (await askRelayer(ask)).text()
}

export type RollComparison = {
  isPublished: boolean
  differences: {
    reviewer: number
    /** Null: nobody. */
    enrolled: string | null
    published: string | null
  }[]
}

export async function compareRoll(desk: Desk): Promise<RollComparison> {
  const { param, rounds, signed } = inRound(desk)
  const ask = () => rounds['roll-differences'].$get({ param }, signed)
  return (await (await askRelayer(ask)).json()) as RollComparison
}
