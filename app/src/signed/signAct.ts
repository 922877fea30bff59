/** Has a key sign an act of a round: nothing is sent yet. */
import { type Address, bytesToHex } from 'viem'
import { packSignature } from '../../../protocol/signer.ts'
import type { SignedAct, SignedContents } from '../../../protocol/signedAct.ts'
import {
  domainSeparator,
  objectionDigest,
  proposalDigest,
  toTypedData,
  withdrawalDigest,
} from '../../../protocol/typedData.ts'
import type { Config } from '../config/config.ts'
import type { HeldKey } from '../keys/heldKeys.ts'
import { signWithKey } from '../keys/signWithKey.ts'
import type { FoundWallet } from '../keys/wallets.ts'

export type SignActParameters = {
  config: Config
  round: Address
  /** Of a wallet's key. */
  wallet?: FoundWallet | undefined
}

export async function signAct(
  key: HeldKey,
  contents: SignedContents,
  { config, round, wallet }: SignActParameters,
): Promise<SignedAct> {
  const id = { chainId: BigInt(config.chainId), round }
  const { message, type } = contents
  const digest = digestOf(domainSeparator(id), contents)
  // Which of the types it is, is of no matter to whoever hashes it.
  const typedData = toTypedData(id, type, message) as never
  const toSign = { digest, typedData }
  const signed = await signWithKey(key, toSign, { config, wallet })
  const signature = bytesToHex(packSignature(signed))
  return { ...id, ...contents, key: key.key, signature }
}

function digestOf(
  separator: Uint8Array,
  { message, type }: SignedContents,
): Uint8Array {
  switch (type) {
    case 'Proposal':
      return proposalDigest(separator, message)
    case 'Withdrawal':
      return withdrawalDigest(separator, message)
    case 'Objection':
      return objectionDigest(separator, message)
  }
}
