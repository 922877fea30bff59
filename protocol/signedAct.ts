/** An act that its key signed, as a file that anyone may send: docs/files.md. */
import type { Address, Hex } from 'viem'
import type {
  ObjectionMessage,
  ProposalMessage,
  RoundId,
  WithdrawalMessage,
} from './typedData.ts'

export type SignedContents =
  | { type: 'Proposal'; message: ProposalMessage }
  | { type: 'Withdrawal'; message: WithdrawalMessage }
  /** Of a seat's key, or without a reviewer of a proposal's key. */
  | { type: 'Objection'; message: ObjectionMessage; reviewer?: number }

export type SignedAct = RoundId &
  SignedContents & {
    key: Address
    /** `0x`: the key itself sends. */
    signature: Hex
  }

export const signedActKind = 'dure signed act'

/** What --sign-only prints, once it is written by `jsonText`. */
export function toSignedFile(act: SignedAct): object {
  return { kind: signedActKind, ...act }
}
