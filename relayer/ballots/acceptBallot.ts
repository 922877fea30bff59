/** Takes a ballot: checks it, promises, and answers once both are on the disk. */
import { type Address, bytesToHex, type Hex, hexToBytes } from 'viem'
import {
  type ReceiptFile,
  toReceiptFile,
} from '../../protocol/receipt/receiptFile.ts'
import { signReceipt } from '../../protocol/receipt/signReceipt.ts'
import { signatureKinds } from '../../protocol/signer.ts'
import type { Limiter } from '../http/limits.ts'
import type { Services } from '../services.ts'
import { requireRoom } from '../storage/room.ts'
import type { BallotState } from '../storage/schema.ts'
import { type CheckedBallot, checkBallot } from './checkBallot.ts'
import { TooLateError } from './errors.ts'
import { findKept } from './findKept.ts'
import type { Ballot, KeptBallot } from './keepBallots.ts'
import { toReceipt } from './toReceipt.ts'

export type Acknowledgement = {
  round: Address
  reviewer: number
  version: number
  /** What the reviewer signed. */
  ballot: Hex
  state: BallotState
  /** None where the key is a contract, whose answer can change. */
  receipt: ReceiptFile | null
}

export async function acceptBallot(
  services: Services,
  { round, ballot }: { round: Address; ballot: Hex },
  limitSeat: Limiter,
): Promise<Acknowledgement> {
  const packed = hexToBytes(ballot)
  const known = await findKept(services, round, packed)
  if (known) return toAcknowledgement(services, known)
  const checked = await checkBallot(services, round, packed)
  // Not before: anybody could use up the seat of another.
  await limitSeat(`${checked.facts.round} ${checked.ballot.reviewer}`)
  await requireRoom(services.database)
  const promised = await promise(services, checked)
  const kept = await services.ballots.keep(promised)
  return toAcknowledgement(services, kept)
}

/** Signed before it is kept: what is kept can always be answered again. */
async function promise(
  services: Services,
  { ballot, digest, facts, packed }: CheckedBallot,
): Promise<Ballot> {
  const { account, config, node } = services
  const { number, timestamp } = await services.head()
  const now = await services.chainTime()
  const { close } = facts.rules.times
  if (now >= close - config.lastCallSeconds)
    throw new TooLateError({ close, seconds: config.lastCallSeconds })
  const { reviewer, version, signature } = ballot
  const includeBy = Math.min(now + config.promiseSeconds, close)
  const { round } = facts
  const hash = bytesToHex(digest)
  const kept = {
    ...{ round, reviewer, version, digest: hash, packed },
    kind: signature.kind,
    received_at: timestamp,
    from_block: Number(number),
    due: includeBy,
  }
  if (signature.kind === signatureKinds.contract)
    return { ...kept, include_by: null, signature: null }
  const id = { chainId: node.chainId, receipts: config.receipts }
  const receipt = { round, reviewer, version, ballot: hash, includeBy }
  const signed = await signReceipt(account, id, receipt)
  return { ...kept, include_by: includeBy, signature: signed.signature }
}

function toAcknowledgement(
  services: Pick<Services, 'account' | 'config' | 'node'>,
  kept: KeptBallot,
): Acknowledgement {
  const signed = toReceipt(services, kept)
  return {
    round: kept.round as Address,
    reviewer: kept.reviewer,
    version: kept.version,
    ballot: kept.digest as Hex,
    state: kept.state,
    receipt: signed ? toReceiptFile(signed) : null,
  }
}
