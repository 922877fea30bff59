/** Receipts of a made-up relayer, signed and held against it. */
import { bytesToHex, type Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  type Receipt,
  type ReceiptsId,
  type SignedReceipt,
} from '../../../protocol/receipt/receipt.ts'
import { signReceipt } from '../../../protocol/receipt/signReceipt.ts'
import { stranger } from './accounts.ts'
import { time } from './chain.ts'
import type { Stage } from './stage.ts'

export const relayer = toAccount(7)
export const otherRelayer = toAccount(8)

export function receiptsId({ deployment, id }: Stage): ReceiptsId {
  const receipts = deployment.receipts.target as Hex
  return { chainId: Number(id.chainId), receipts }
}

/** A promise that is due and was not kept, unless the change makes it so. */
export async function makeReceipt(
  stage: Stage,
  change: Partial<Receipt> = {},
  { signer = relayer, at = receiptsId(stage) } = {},
): Promise<SignedReceipt> {
  return signReceipt(signer, at, {
    round: stage.id.round,
    reviewer: 3,
    version: 1,
    ballot: `0x${'ba'.repeat(32)}`,
    includeBy: (await time.latest()) - 1,
    ...change,
  })
}

/** Holds a receipt against its relayer. Anyone sends it. */
export function challenge(
  { anyone, deployment }: Stage,
  { receipt, relayer, signature }: SignedReceipt,
) {
  const { receipts } = deployment
  return receipts.connect(anyone).challenge(relayer, receipt, signature)
}

function toAccount(number: number) {
  return privateKeyToAccount(bytesToHex(stranger(number).secret))
}
