/** Binds a key to a seat, once, for who holds its ticket and signs with the key. */
import type { Transaction } from 'kysely'
import type { Address, Hex } from 'viem'
import { readRound } from '../../chain/readRound.ts'
import { enrolmentDigest } from '../../protocol/tickets/enrolment.ts'
import { parseTicket, ticketHash } from '../../protocol/tickets/ticketCode.ts'
import type { Services } from '../services.ts'
import type { Tables, TicketTable } from '../storage/schema.ts'
import {
  EnrolmentClosedError,
  EnrolmentSignatureError,
  KeyTakenError,
  TicketReplacedError,
  TicketSpentError,
  TicketUnknownError,
} from '../tickets/errors.ts'
import { readTicket } from '../tickets/readTicket.ts'
import { isSignedByKey } from './checkKey.ts'

export type Claim = {
  round: Address
  ticket: string
  key: Address
  /** Of the key over `Enrolment`, `kind ‖ body`. */
  signature: Hex
}

export type Claimed = { reviewer: number; key: Address }

type CheckedClaim = Omit<Claim, 'ticket'> & { hash: string; isOpen: boolean }

export async function claimSeat(
  services: Pick<Services, 'database' | 'node' | 'rounds'>,
  claim: Claim,
): Promise<Claimed> {
  const { round, signature } = claim
  const key = claim.key.toLowerCase() as Address
  const hash = ticketHash(parseTicket(claim.ticket))
  const ticket = await readTicket(services.database, hash)
  if (ticket.round !== round) throw new TicketUnknownError()
  await requireSignature(services, { round, key, signature }, ticket)
  const isOpen = await isWindowOpen(services, ticket)
  const checked = { round, key, signature, hash, isOpen }
  return services.database.db
    .transaction()
    .execute((transaction) => bind(transaction, checked))
}

async function requireSignature(
  { node, rounds }: Pick<Services, 'node' | 'rounds'>,
  { key, round, signature }: Omit<Claim, 'ticket'>,
  { hash, reviewer }: TicketTable,
): Promise<void> {
  const { rules } = await rounds.round(round)
  const id = { chainId: BigInt(node.chainId), round }
  const digest = enrolmentDigest(id, { reviewer, key, ticket: hash as Hex })
  const signed = { key, digest, signature }
  if (!(await isSignedByKey(node.reader, rules.verifiers, signed)))
    throw new EnrolmentSignatureError({ key })
}

/** Until the roll is published; a ticket that was re-issued, until the freeze. */
async function isWindowOpen(
  { node, rounds }: Pick<Services, 'node' | 'rounds'>,
  { issue, round }: TicketTable & { round: Address },
): Promise<boolean> {
  if ((await rounds.phase(round)) !== 'roll') return false
  const call = { round, functionName: 'rollProgress', args: [] } as const
  const [published] = await readRound(node.reader, call)
  return published === 0n || issue > 1
}

async function bind(
  transaction: Transaction<Tables>,
  { hash, isOpen, key, round, signature }: CheckedClaim,
): Promise<Claimed> {
  const ticket = await lockTicket(transaction, hash)
  const { reviewer } = ticket
  if (ticket.state === 'replaced') throw new TicketReplacedError()
  if (ticket.state === 'claimed') {
    const enrolled = await readKey(transaction, round, reviewer)
    if (enrolled !== key) throw new TicketSpentError()
    return { reviewer, key }
  }
  if (!isOpen) throw new EnrolmentClosedError()
  const bound = await transaction
    .insertInto('enrolments')
    .values({
      ...{ round, reviewer, key, ticket: hash, signature },
      ...{ registrar: null, registrar_signature: null },
      ...{ registrar_root: null, registrar_count: null, registrar_proof: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('reviewer')
    .executeTakeFirst()
  if (!bound) throw new KeyTakenError({ key })
  await transaction
    .updateTable('tickets')
    .set({ state: 'claimed' })
    .where('hash', '=', hash)
    .execute()
  return { reviewer, key }
}

/** Two claims, or a claim and a re-issue, go one after the other. */
async function lockTicket(
  transaction: Transaction<Tables>,
  hash: string,
): Promise<TicketTable> {
  const ticket = await transaction
    .selectFrom('tickets')
    .selectAll()
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  if (!ticket) throw new TicketUnknownError()
  return ticket
}

async function readKey(
  transaction: Transaction<Tables>,
  round: Address,
  reviewer: number,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('enrolments')
    .select('key')
    .where('round', '=', round)
    .where('reviewer', '=', reviewer)
    .executeTakeFirst()
  return row?.key
}
