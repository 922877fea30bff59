/** A signed act as `--sign-only` prints it: docs/files.md, "Signed acts". */
import * as v from 'valibot'
import { type Address, bytesToHex, getAddress, type Hash, type Hex } from 'viem'
import { keccak } from '../../protocol/bytes.ts'
import { hexToBytes } from 'viem'
import {
  objectionDigest,
  proposalDigest,
  withdrawalDigest,
  word,
} from '../../protocol/typedData.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import type { SendCallParameters } from '../../chain/sendCall.ts'
import { addressSchema, hashSchema } from '../http/schemas.ts'

const mostDigits = 39
const signatureSchema = v.pipe(
  v.string(),
  v.regex(/^0x([0-9a-fA-F]{2})+$/, 'a signature was expected'),
  v.maxLength(100_000),
)
const amountSchema = v.union([
  v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  v.pipe(v.string(), v.regex(/^\d+$/), v.maxLength(mostDigits)),
])

const ofEvery = {
  kind: v.literal('dure signed act'),
  chainId: whole(Number.MAX_SAFE_INTEGER),
  round: addressSchema,
  key: addressSchema,
  signature: signatureSchema,
}

export const proposalActSchema = v.variant('type', [
  v.object({
    ...ofEvery,
    type: v.literal('Proposal'),
    message: v.object({
      version: whole(0xffff_ffff),
      digest: hashSchema,
      category: whole(0xffff),
      ask: amountSchema,
    }),
  }),
  v.object({
    ...ofEvery,
    type: v.literal('Withdrawal'),
    message: v.object({ version: whole(0xffff_ffff) }),
  }),
])

export const objectionActSchema = v.object({
  ...ofEvery,
  type: v.literal('Objection'),
  message: v.object({ digest: hashSchema }),
  /** With the signature of a seat's key. */
  reviewer: v.optional(whole(0xffff_ffff)),
})

export type SignedAct =
  | v.InferOutput<typeof proposalActSchema>
  | v.InferOutput<typeof objectionActSchema>

function whole(most: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most))
}

/** The document that it brings; none with a withdrawal. */
export function documentOf(act: SignedAct): Hash | undefined {
  return act.type === 'Withdrawal' ? undefined : (act.message.digest as Hash)
}

/** Equal for equal acts, however often and in whatever form they are signed. */
export function idOf(act: SignedAct, separator: Uint8Array): Hash {
  const seat = act.type === 'Objection' ? (act.reviewer ?? 0) : 0
  const key = hexToBytes(act.key as Address)
  return bytesToHex(keccak(signedBy(act, separator), key, word(seat)))
}

function signedBy(act: SignedAct, separator: Uint8Array): Uint8Array {
  switch (act.type) {
    case 'Proposal':
      return proposalDigest(separator, toRegistration(act.message))
    case 'Withdrawal':
      return withdrawalDigest(separator, act.message)
    case 'Objection':
      return objectionDigest(separator, { digest: act.message.digest as Hash })
  }
}

/** What the contract's function takes. */
export function toCall(act: SignedAct): SendCallParameters {
  const address = getAddress(act.round)
  const key = act.key as Address
  const signature = act.signature as Hex
  const call = (functionName: string, args: readonly unknown[]) => ({
    ...{ address, abi: roundAbi, functionName, args },
  })
  switch (act.type) {
    case 'Proposal':
      return call('registerProposal', [
        key,
        toRegistration(act.message),
        signature,
      ])
    case 'Withdrawal':
      return call('withdrawProposal', [key, act.message.version, signature])
    case 'Objection': {
      const { digest } = act.message
      return act.reviewer === undefined
        ? call('objectAsApplicant', [key, digest, signature])
        : call('objectAsReviewer', [BigInt(act.reviewer), digest, signature])
    }
  }
}

type ProposalAct = Extract<SignedAct, { type: 'Proposal' }>

function toRegistration({ ask, digest, ...message }: ProposalAct['message']) {
  return { ...message, digest: digest as Hash, ask: BigInt(ask) }
}
