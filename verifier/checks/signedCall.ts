/** Checks the signatures that only the calldata of transactions carries. */
import {
  type Address,
  type ContractFunctionArgs,
  decodeFunctionData,
  hexToBytes,
} from 'viem'
import { roundAbi } from '../../chain/generated/abis.ts'
import { parseSignature } from '../../protocol/signer.ts'
import { checkSignature, type SignatureAnswer } from '../checkSignature.ts'
import type { RoundEvent } from '../history/event.ts'
import { isSame } from '../isSame.ts'
import type { CheckContext } from './check.ts'

const signedNames = [
  'registerProposal',
  'withdrawProposal',
  'objectAsReviewer',
  'objectAsApplicant',
] as const

type SignedName = (typeof signedNames)[number]

/** viem hashes every function that it has to look through. */
const signedAbi = roundAbi.filter(
  (item): item is Extract<typeof item, { name: SignedName }> =>
    item.type === 'function' && signedNames.some((name) => name === item.name),
)

export type SignedCall = {
  [name in SignedName]: {
    functionName: name
    args: ContractFunctionArgs<typeof roundAbi, 'nonpayable', name>
  }
}[SignedName]

/**
 * The call behind an event; undefined where another contract made it or the
 * transaction is not there.
 */
export function readSignedCall(
  { history, record }: CheckContext,
  { at }: RoundEvent,
): SignedCall | undefined {
  const transaction = history.transactions.get(at.transaction)
  if (!transaction?.to || !isSame(transaction.to, record.round))
    return undefined
  try {
    const { functionName, args } = decodeFunctionData({
      abi: signedAbi,
      data: transaction.input,
    })
    // The name belongs to the arguments: viem decoded them together.
    return { functionName, args } as SignedCall
  } catch {
    return undefined
  }
}

/** An act is signed by its key, or the key itself sent it. */
export function checkAct(
  { record, facts }: CheckContext,
  { at }: RoundEvent,
  key: Address,
  digest: Uint8Array,
  packed: `0x${string}`,
): SignatureAnswer {
  const signature = parseSignature(hexToBytes(packed))
  if (!signature) return at.sender && isSame(at.sender, key) ? 'valid' : 'wrong'
  const verifiers = facts.rules?.verifiers ?? []
  const context = { verifiers, codes: record.codes }
  return checkSignature(key, digest, signature, context)
}
