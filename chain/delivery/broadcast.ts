/** Hands signed bytes to the node, and understands what it says to them. */
import type { Hex } from 'viem'
import { sendRawTransaction } from 'viem/actions'
import type { ReadClient } from '../clients.ts'
import { findAnswer, isNodeFault } from '../nodeFault.ts'

export type Broadcast =
  /** The node has it. */
  | { outcome: 'taken' }
  /** The connection broke, or the answer leaves open whether it has it. */
  | { outcome: 'unsure'; cause: unknown }
  /** It offers less than the base fee. */
  | { outcome: 'underpriced' }
  /** The node has another one with this nonce, and it pays too little more. */
  | { outcome: 'outbid' }
  | { outcome: 'refused'; details: string; cause: unknown }

/** Nodes word these as they like; what they mean is agreed on. */
const wordings = {
  taken: /already known|known transaction|already imported|already exists/i,
  unsure: /nonce.*too low|nonce.*already|pool is full|revert/i,
  outbid: /replacement/i,
  underpriced:
    /underpriced|less than (the )?block base fee|(fee|price)\S* .*too low|lower than the base fee/i,
}

/** The latest is tried first: it pays most. */
export async function broadcast(
  client: ReadClient,
  transactions: readonly Hex[],
): Promise<Broadcast> {
  let first: Broadcast | undefined
  for (const transaction of transactions.toReversed()) {
    const answer = await broadcastOne(client, transaction)
    if (answer.outcome === 'taken') return answer
    first ??= answer
  }
  return first ?? { outcome: 'underpriced' }
}

async function broadcastOne(
  client: ReadClient,
  serializedTransaction: Hex,
): Promise<Broadcast> {
  try {
    await sendRawTransaction(client, { serializedTransaction })
    return { outcome: 'taken' }
  } catch (cause) {
    return understand(cause)
  }
}

function understand(cause: unknown): Broadcast {
  const answer = findAnswer(cause)
  if (answer === undefined || isNodeFault(cause))
    return { outcome: 'unsure', cause }
  const { details } = answer
  if (wordings.taken.test(details)) return { outcome: 'taken' }
  if (wordings.outbid.test(details)) return { outcome: 'outbid' }
  if (wordings.underpriced.test(details)) return { outcome: 'underpriced' }
  if (wordings.unsure.test(details)) return { outcome: 'unsure', cause }
  return { outcome: 'refused', details, cause }
}
