/** Sees one act through, from wherever it stands. */
import { NonceUsedError, OvertakenError } from '../../chain/delivery/errors.ts'
import { sendCall } from '../../chain/sendCall.ts'
import { TransactionFailedError } from '../../chain/throwReason.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import { keepForGood } from '../documents/keepForGood.ts'
import { toAnswer } from '../http/toAnswer.ts'
import type { Services } from '../services.ts'
import { findRecorded, type Recorded } from './findRecorded.ts'
import { documentOf, type SignedAct, toCall } from './signedAct.ts'

export type OpenAct = { id: string; act: SignedAct; fromBlock: number }

/** Throws while it cannot be told what becomes of it; then it still waits. */
export async function sendAct(
  services: Services,
  open: OpenAct,
): Promise<void> {
  const { act, fromBlock } = open
  const call = toCall(act)
  const { node } = services
  // What is under way is seen through; what is not may be there already.
  if (!(await node.openActs()).has(node.actOf(call))) {
    const recorded = await findRecorded(services, act, fromBlock)
    if (recorded) return noteRecorded(services, open, recorded)
  }
  try {
    const { blockNumber, transactionHash } = await sendCall(node.sender, call)
    const block = Number(blockNumber)
    await noteRecorded(services, open, { block, transaction: transactionHash })
  } catch (error) {
    if (!isOver(error)) throw error
    const recorded = await findRecorded(services, act, fromBlock)
    if (recorded) await noteRecorded(services, open, recorded)
    else if (error instanceof NonceUsedError) throw error
    else await noteRefused(services, open, error)
  }
}

/** No transaction of it is under way any more. */
function isOver(error: unknown): boolean {
  return (
    error instanceof NonceUsedError ||
    error instanceof OvertakenError ||
    error instanceof RefusedError ||
    error instanceof TransactionFailedError
  )
}

async function noteRecorded(
  { database: { db }, log }: Services,
  { act, id }: OpenAct,
  recorded: Recorded,
): Promise<void> {
  await db
    .updateTable('signed_acts')
    .set({ state: 'recorded', ...recorded })
    .where('id', '=', id)
    .execute()
  const digest = documentOf(act)
  if (digest) await keepForGood(db, digest)
  log('act', { act: id, type: act.type, state: 'recorded', ...recorded })
}

async function noteRefused(
  { database: { db }, log }: Services,
  { act, id }: OpenAct,
  cause: unknown,
): Promise<void> {
  const refusal = cause instanceof OvertakenError ? cause.cause : cause
  const { error, params } =
    refusal instanceof TransactionFailedError
      ? { error: 'TransactionFailed', params: {} }
      : toAnswer(refusal).body
  await db
    .updateTable('signed_acts')
    .set({ state: 'refused', error, params: JSON.stringify(params) })
    .where('id', '=', id)
    .execute()
  log('act', { act: id, type: act.type, state: 'refused', error })
}
