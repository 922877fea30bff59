/** Takes a signed act: checks it as the round would, keeps it with its document. */
import { type Address, getAddress, type Hash, isAddressEqual } from 'viem'
import { simulateContract } from 'viem/actions'
import { withRefusal } from '../../chain/withRefusal.ts'
import { patience, requireType } from '../documents/acceptDocument.ts'
import { digestOf } from '../documents/digestOf.ts'
import {
  DigestMismatchError,
  DocumentMissingError,
} from '../documents/errors.ts'
import { keepDocument, type KeptDocument } from '../documents/keepDocument.ts'
import { requireDocument } from '../documents/parseDocument.ts'
import { readStates } from '../documents/readStates.ts'
import { RequestInvalidError } from '../http/errors.ts'
import type { Services } from '../services.ts'
import { requireRoom } from '../storage/room.ts'
import { ActsExhaustedError, SignedElsewhereError } from './errors.ts'
import { keepAct } from './keepAct.ts'
import { findAct, type ReadAct } from './readAct.ts'
import { documentOf, idOf, type SignedAct, toCall } from './signedAct.ts'

export type BroughtAct = {
  round: Address
  act: SignedAct
  /** None: it was brought before. */
  document: Uint8Array | undefined
}

const day = 24 * 3_600
const mostAsk = 2n ** 128n - 1n

export async function acceptAct(
  services: Services,
  brought: BroughtAct,
): Promise<ReadAct> {
  const { act, round } = brought
  requireHere(services, brought)
  const { separator } = await services.rounds.round(round)
  const id = idOf(act, separator)
  const known = await findAct(services.database, { id, round })
  if (known && known.state !== 'refused') return known
  requireMatch(brought)
  await requireAcceptable(services, act)
  return keep(services, brought, id)
}

function requireHere(
  { node: { chainId } }: Pick<Services, 'node'>,
  { act, round }: BroughtAct,
): void {
  const signed = getAddress(act.round)
  if (act.chainId !== chainId || !isAddressEqual(signed, round))
    throw new SignedElsewhereError({ chainId: act.chainId, round: signed })
  if (act.type === 'Proposal' && BigInt(act.message.ask) > mostAsk)
    throw new RequestInvalidError({ reason: 'act: message: ask: too large' })
}

/** The document is the one that the act names. */
function requireMatch({ act, document }: BroughtAct): void {
  if (!document) return
  const expected = documentOf(act)
  if (expected === undefined)
    throw new RequestInvalidError({ reason: 'document: none was expected' })
  const actual = digestOf(document)
  if (actual !== expected) throw new DigestMismatchError({ actual, expected })
  requireDocument(document)
}

/** The round itself is asked: it knows all its rules, and every kind of key. */
async function requireAcceptable(
  { account, node }: Pick<Services, 'account' | 'node'>,
  act: SignedAct,
): Promise<void> {
  const call = toCall(act)
  await withRefusal(call.functionName, () =>
    simulateContract(node.reader, { ...call, account: account.address }),
  )
}

async function keep(
  services: Services,
  { act, document, round }: BroughtAct,
  id: Hash,
): Promise<ReadAct> {
  const { config, database, head } = services
  await requireRoom(database)
  const { number, timestamp: receivedAt } = await head()
  await requireBudget(services, receivedAt - day)
  const kept = document && toKept(document, { round, receivedAt })
  const digest = documentOf(act)
  if (digest && !kept) await requireStored(services, digest)
  return database.db.transaction().execute(async (transaction) => {
    if (kept) await keepDocument(transaction, config.documents, kept)
    const fromBlock = Number(number)
    return keepAct(transaction, { id, round, act, receivedAt, fromBlock })
  })
}

function toKept(
  bytes: Uint8Array,
  { receivedAt, round }: { receivedAt: number; round: Address },
): KeptDocument {
  const mediaType = requireType(bytes, 'application/json')
  const digest = digestOf(bytes)
  const until = receivedAt + patience
  return { digest, round, bytes, mediaType, receivedAt, until }
}

/** Every act is paid for, and keys are had for nothing. */
async function requireBudget(
  { config, database: { db } }: Services,
  since: number,
): Promise<void> {
  const { count } = await db
    .selectFrom('signed_acts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('received_at', '>', since)
    .where('state', '!=', 'refused')
    .executeTakeFirstOrThrow()
  const most = config.limits.actsADay
  if (count >= most) throw new ActsExhaustedError({ most })
}

async function requireStored(
  { database }: Services,
  digest: Hash,
): Promise<void> {
  const stateOf = await readStates(database, [digest])
  if (stateOf(digest) !== 'here') throw new DocumentMissingError({ digest })
}
