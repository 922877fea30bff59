/** The public keys that a passkey's answer can come from: a found key is told by them. */
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { parseDer } from './passkey.ts'
import type { PasskeyAnswer } from './passkeyAnswers.ts'

/** A third and a fourth need an r beyond the order: one signature of 2^32. */
const recoveryBits = [0, 1, 2, 3]

/** `x ‖ y` of two as a rule, of which one is right: the roll tells which. */
export function recoverPasskeyKeys({
  authenticatorData,
  clientDataJSON,
  signature,
}: PasskeyAnswer): Uint8Array[] {
  const { r, s } = parseDer(new Uint8Array(signature))
  const clientHash = sha256(new Uint8Array(clientDataJSON))
  const signed = concatBytes(new Uint8Array(authenticatorData), clientHash)
  const digest = sha256(signed)
  return recoveryBits.flatMap((bit) => {
    try {
      const full = new p256.Signature(r, s).addRecoveryBit(bit)
      const point = full.recoverPublicKey(digest)
      return [point.toBytes(false).slice(1)]
    } catch {
      // No point has that x.
      return []
    }
  })
}
