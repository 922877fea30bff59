/** Keys of made-up reviewers: accounts, or every second one a passkey. */
import { type Address, hexToBytes } from 'viem'
import type { Signature } from '../../protocol/signer.ts'
import { accountOf, deriveSecret, signAsAccount } from './accountKey.ts'
import { makePasskey, signWithPasskey } from './passkeys.ts'

export type ReviewerKeys = {
  seed: string
  /** Checks the passkeys; without it there are none. */
  verifier?: Address | undefined
}

/** The 20 bytes on the roll. */
export function reviewerKey(keys: ReviewerKeys, reviewer: number): Uint8Array {
  const passkey = passkeyOf(keys, reviewer)
  if (passkey) return hexToBytes(passkey.key)
  return accountOf(deriveSecret(keys.seed, 'reviewer', reviewer))
}

export function signAsReviewer(
  keys: ReviewerKeys,
  reviewer: number,
  digest: Uint8Array,
): Signature {
  const passkey = passkeyOf(keys, reviewer)
  if (passkey) return signWithPasskey(passkey, digest)
  return signAsAccount(deriveSecret(keys.seed, 'reviewer', reviewer), digest)
}

function passkeyOf({ verifier }: ReviewerKeys, reviewer: number) {
  if (verifier === undefined || reviewer % 2 === 1) return undefined
  return makePasskey(reviewer, verifier)
}
