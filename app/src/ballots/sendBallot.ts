/** Hands a kept ballot to a relayer, and believes only a receipt that holds. */
import type { ReadClient } from '../../../chain/clients.ts'
import { getRelayerRecord } from '../../../chain/getRelayerRecord.ts'
import { BaseError } from '../../../protocol/errors.ts'
import { parseReceiptFile } from '../../../protocol/receipt/receiptFile.ts'
import { isReceiptSigned } from '../../../protocol/receipt/signReceipt.ts'
import type { Config } from '../config/config.ts'
import { isTrouble } from '../relayer/ask.ts'
import { type Acknowledgement, postBallot } from '../relayer/ballots.ts'
import { RelayerUnreachableError } from '../relayer/refusal.ts'
import { keepBallot, type KeptBallot } from './keptBallots.ts'

/** The relayers in turn; throws what the last one said. */
export async function sendBallot(
  node: ReadClient,
  config: Config,
  ballot: KeptBallot,
): Promise<KeptBallot> {
  let last: unknown = new RelayerUnreachableError({ cause: 'None is set.' })
  for (const relayer of config.relayers) {
    try {
      const answer = await postBallot(relayer, ballot.round, ballot.sealed)
      return await keepReceipt(node, config, ballot, answer)
    } catch (error) {
      if (!isTrouble(error)) throw error
      last = error
    }
  }
  throw last
}

async function keepReceipt(
  node: ReadClient,
  config: Config,
  ballot: KeptBallot,
  { receipt }: Acknowledgement,
): Promise<KeptBallot> {
  const sent = { ...ballot, sentBy: 'relayer' as const }
  // It has the ballot in any case.
  keepBallot(sent)
  // A contract wallet's answer can change: nobody can promise for it.
  if (receipt === null) return sent
  if (!(await holds(node, config, ballot, receipt)))
    throw new ReceiptWrongError()
  const kept = { ...sent, receipt }
  keepBallot(kept)
  return kept
}

/** Whether the chain would hear it against a relayer that is registered. */
async function holds(
  node: ReadClient,
  { chainId, receipts }: Config,
  ballot: KeptBallot,
  content: unknown,
): Promise<boolean> {
  try {
    const signed = parseReceiptFile(content)
    const { receipt, relayer } = signed
    const isOfBallot =
      isSame(receipt.round, ballot.round) &&
      isSame(receipt.ballot, ballot.digest) &&
      receipt.reviewer === ballot.reviewer &&
      receipt.version === ballot.version
    const isHere =
      signed.chainId === chainId && isSame(signed.receipts, receipts)
    if (!isOfBallot || !isHere || !(await isReceiptSigned(signed))) return false
    const { url } = await getRelayerRecord(node, { receipts, relayer })
    return url !== ''
  } catch {
    return false
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

export class ReceiptWrongError extends BaseError {
  override name = 'ReceiptWrongError'

  constructor() {
    super('The receipt that came does not hold.', {
      metaMessages: [
        'Expected one of this ballot, signed by a relayer that is registered.',
      ],
    })
  }
}
