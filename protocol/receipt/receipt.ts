/** What a relayer promises when it takes a ballot, and the digest it signs. */
import { type Address, type Hex, hashTypedData } from 'viem'

/** Where a receipt binds: one contract of receipts on one chain. */
export type ReceiptsId = { chainId: number; receipts: Address }

export type Receipt = {
  round: Address
  reviewer: number
  /** Version of the ballot. */
  version: number
  /** The digest that the reviewer signed (`ballotDigest`): it names one ballot. */
  ballot: Hex
  /** Unix time of the last block that may record it; the close comes first. */
  includeBy: number
}

/** A receipt that anyone can hold against its relayer. */
export type SignedReceipt = ReceiptsId & {
  relayer: Address
  receipt: Receipt
  /** `r ‖ s ‖ v`, 65 bytes. */
  signature: Hex
}

const receiptTypes = {
  Receipt: [
    { name: 'round', type: 'address' },
    { name: 'reviewer', type: 'uint32' },
    { name: 'version', type: 'uint8' },
    { name: 'ballot', type: 'bytes32' },
    { name: 'includeBy', type: 'uint64' },
  ],
} as const

/** What an account is asked to sign (viem's `signTypedData`). */
export function toReceiptTypedData(
  { chainId, receipts }: ReceiptsId,
  receipt: Receipt,
) {
  const includeBy = BigInt(receipt.includeBy)
  return {
    domain: {
      name: 'Dure',
      version: '1',
      chainId,
      verifyingContract: receipts,
    },
    types: receiptTypes,
    primaryType: 'Receipt',
    message: { ...receipt, includeBy },
  } as const
}

/** What the signature is over. */
export function receiptDigest(id: ReceiptsId, receipt: Receipt): Hex {
  return hashTypedData(toReceiptTypedData(id, receipt))
}
