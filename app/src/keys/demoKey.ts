/** The known keys of the local chain: no prompt, no wallet, no secret. */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { type Address, type Hex, hexToBytes, keccak256 } from 'viem'
import { type Signature, signatureKinds } from '../../../protocol/signer.ts'

/** In small letters, as the roll has it. */
export function addressOf(secret: Hex): Address {
  const point = secp256k1.getPublicKey(hexToBytes(secret), false)
  return `0x${keccak256(point.subarray(1)).slice(-40)}`
}

export function signAsDemo(secret: Hex, digest: Uint8Array): Signature {
  const bytes = secp256k1.sign(digest, hexToBytes(secret), {
    ...{ prehash: false, lowS: true, format: 'recovered' },
  })
  const {
    r,
    recovery = 0,
    s,
  } = secp256k1.Signature.fromBytes(bytes, 'recovered')
  const body = new secp256k1.Signature(r, s).toBytes()
  body[32] = (body[32] ?? 0) | (recovery << 7)
  return { kind: signatureKinds.account, body }
}
