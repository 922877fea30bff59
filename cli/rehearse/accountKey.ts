/** Keys of made-up people: derived from the rehearsal's seed, used once. */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes, numberToBytesBE } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { keccak, u32 } from '../../protocol/bytes.ts'
import { type Signature, toAccountBody } from '../../protocol/signer.ts'

export type Person = 'applicant' | 'reviewer' | 'relayer'

const order = secp256k1.Point.Fn.ORDER

/** The secret of the person with this number. */
export function deriveSecret(
  seed: string,
  person: Person,
  number: number,
): Uint8Array {
  const label = utf8ToBytes(`dure rehearsal ${person}\n${seed}`)
  const hash = BigInt(
    `0x${Buffer.from(keccak(label, u32(number))).toString('hex')}`,
  )
  return numberToBytesBE((hash % (order - 1n)) + 1n, 32)
}

/** The 20 bytes of the account's address. */
export function accountOf(secret: Uint8Array): Uint8Array {
  const publicKey = secp256k1.getPublicKey(secret, false)
  return keccak(publicKey.subarray(1)).subarray(12)
}

/** A signature of kind 0 over a digest. */
export function signAsAccount(
  secret: Uint8Array,
  digest: Uint8Array,
): Signature {
  const options = { prehash: false, format: 'recovered' } as const
  const recovered = secp256k1.sign(digest, secret, options)
  const parity = recovered.subarray(0, 1)
  const body = toAccountBody(concatBytes(recovered.subarray(1), parity))
  return { kind: 0, body }
}
