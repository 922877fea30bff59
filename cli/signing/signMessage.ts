/** Signs what a round asks of an account's key, in the form that it takes. */
import {
  bytesToHex,
  type Hex,
  hexToBytes,
  type LocalAccount,
  type TypedDataDefinition,
} from 'viem'
import {
  packSignature,
  signatureKinds,
  toAccountBody,
} from '../../protocol/signer.ts'
import {
  type RoundId,
  type SignedMessages,
  toTypedData,
} from '../../protocol/typedData.ts'

export async function signMessage<
  const type extends 'Proposal' | 'Withdrawal' | 'Objection' | 'Opening',
>(
  account: LocalAccount,
  id: RoundId,
  type: type,
  message: SignedMessages[type],
): Promise<Hex> {
  // Which of the types it is, is of no matter to whoever hashes it.
  const typedData: unknown = toTypedData(id, type, message)
  const signature = await account.signTypedData(
    typedData as TypedDataDefinition,
  )
  const body = toAccountBody(hexToBytes(signature))
  return bytesToHex(packSignature({ kind: signatureKinds.account, body }))
}
