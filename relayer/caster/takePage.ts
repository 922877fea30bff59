/** Takes waiting ballots of a round for the next page, once there is reason to. */
import { concatBytes } from '@noble/curves/utils.js'
import type { Transaction } from 'kysely'
import type { Address } from 'viem'
import { transactionGasCap } from '../../chain/transactionGasCap.ts'
import { signatureKinds } from '../../protocol/signer.ts'
import type { Ballot } from '../ballots/keepBallots.ts'
import type { RoundFacts } from '../rounds/roundBook.ts'
import type { Services } from '../services.ts'
import type { Tables } from '../storage/schema.ts'

/** A page under way. */
export type Cast = {
  id: number
  round: Address
  batch: Uint8Array
  fromBlock: bigint
}

type Waiting = Pick<
  Ballot,
  'reviewer' | 'version' | 'packed' | 'kind' | 'received_at' | 'from_block'
>

/** Gas of one, upper bounds: a passkey's check is dear without a precompile. */
const gasOf: Readonly<Record<number, number>> = {
  [signatureKinds.account]: 16_000,
  [signatureKinds.verifier]: 70_000,
}
/** What the round keeps ready for a contract that it asks. */
const foreignGas = 275_000
const plannedGas = 0.9 * Number(transactionGasCap)
/** Nodes refuse transactions above 128 KiB. */
const mostBytes = 120_000

/** `most`: ballots of the page. None: it is not time yet. */
export async function takePage(
  { config, database, head }: Services,
  { round, rules }: RoundFacts,
  most: number,
): Promise<Cast | undefined> {
  const { timestamp } = await head()
  const nearClose = rules.times.close - config.lastCallSeconds
  const isLate = timestamp >= nearClose - config.page.seconds
  return database.db.transaction().execute(async (transaction) => {
    const waiting = await readWaiting(transaction, round, most)
    const oldest = Math.min(...waiting.map((one) => one.received_at))
    const isOld = timestamp - oldest >= config.page.seconds
    const page = fitting(waiting)
    const isFull = waiting.length === most || page.length < waiting.length
    if (page.length === 0 || !(isFull || isOld || isLate)) return undefined
    const batch = concatBytes(...page.map(({ packed }) => packed))
    // Whoever else has one may have cast it since it came.
    const since = page.map((one) => one.from_block)
    const fromBlock = BigInt(Math.min(...since))
    const id = await keepCast(transaction, { round, batch, fromBlock }, page)
    return { id, round, batch, fromBlock }
  })
}

/** What is promised first comes first; versions of one reviewer in their order. */
function readWaiting(
  transaction: Transaction<Tables>,
  round: Address,
  most: number,
): Promise<Waiting[]> {
  return transaction
    .selectFrom('ballots')
    .select(['reviewer', 'version', 'packed', 'kind'])
    .select(['received_at', 'from_block'])
    .where('round', '=', round)
    .where('state', '=', 'waiting')
    .orderBy('due')
    .orderBy('version')
    .limit(most)
    .forUpdate()
    .execute()
}

/** As many from the front as a transaction can hold; one in any case. */
function fitting(waiting: readonly Waiting[]): readonly Waiting[] {
  let gas = 0
  let bytes = 0
  const first = waiting.findIndex(({ kind, packed }, index) => {
    gas += (gasOf[kind] ?? foreignGas) + 40 * packed.length
    bytes += packed.length
    return index > 0 && (gas > plannedGas || bytes > mostBytes)
  })
  return first === -1 ? waiting : waiting.slice(0, first)
}

async function keepCast(
  transaction: Transaction<Tables>,
  { batch, fromBlock, round }: Omit<Cast, 'id'>,
  page: readonly Waiting[],
): Promise<number> {
  const { id } = await transaction
    .insertInto('casts')
    .values({ round, batch, from_block: Number(fromBlock) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await transaction
    .updateTable('ballots')
    .set({ state: 'sent', cast_id: id })
    .where('round', '=', round)
    .where((expression) =>
      expression(
        expression.refTuple('reviewer', 'version'),
        'in',
        page.map(({ reviewer, version }) =>
          expression.tuple(reviewer, version),
        ),
      ),
    )
    .execute()
  return id
}
