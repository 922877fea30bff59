/** Signs a receipt as its relayer, and tells whether one is signed. */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import {
  hexToBytes,
  isAddressEqual,
  type LocalAccount,
  recoverTypedDataAddress,
} from 'viem'
import {
  type Receipt,
  type ReceiptsId,
  type SignedReceipt,
  toReceiptTypedData,
} from './receipt.ts'

export async function signReceipt(
  relayer: Pick<LocalAccount, 'address' | 'signTypedData'>,
  { chainId, receipts }: ReceiptsId,
  receipt: Receipt,
): Promise<SignedReceipt> {
  const id = { chainId, receipts }
  const typedData = toReceiptTypedData(id, receipt)
  const signature = await relayer.signTypedData(typedData)
  return { ...id, relayer: relayer.address, receipt, signature }
}

/**
 * True if the contract would take the signature as the relayer's. Whoever gets a
 * receipt asks this first, and then whether relayer, round, ballot and time are
 * those that were agreed.
 */
export async function isReceiptSigned({
  relayer,
  receipt,
  signature,
  ...id
}: SignedReceipt): Promise<boolean> {
  const typedData = toReceiptTypedData(id, receipt)
  try {
    if (!isStrict(hexToBytes(signature))) return false
    const signer = await recoverTypedDataAddress({ ...typedData, signature })
    return isAddressEqual(signer, relayer)
  } catch {
    // Not on the curve, or cut short: nobody signed this.
    return false
  }
}

/** As the contract wants it: libraries accept a high s and a v of 0 or 1, too. */
function isStrict(signature: Uint8Array): boolean {
  const compact = secp256k1.Signature.fromBytes(signature.subarray(0, 64))
  return [27, 28].includes(signature[64] ?? 0) && !compact.hasHighS()
}
