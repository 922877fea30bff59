/** Accounts of made-up people, whose keys the tests hold. */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes, numberToBytesBE } from '@noble/curves/utils.js'
import { bytesToHex, type Hex } from 'viem'
import { keccak, u32 } from '../../../protocol/bytes.ts'
import {
  packSignature,
  type Signature,
  toAccountBody,
} from '../../../protocol/signer.ts'

export type Account = { secret: Uint8Array; address: Hex }

/** The account of a community's leader, by proposal number. */
export const applicant = (number: number) => makeAccount(1, number)
/** The account of a reviewer, by reviewer number. */
export const reviewer = (number: number) => makeAccount(2, number)
/** Somebody with no part in the round. */
export const stranger = (number = 1) => makeAccount(3, number)

/** A signature of kind 0. */
export function signDigest(account: Account, digest: Uint8Array): Signature {
  const options = { prehash: false, format: 'recovered' } as const
  const signed = secp256k1.sign(digest, account.secret, options)
  const body = concatBytes(signed.subarray(1), signed.subarray(0, 1))
  return { kind: 0, body: toAccountBody(body) }
}

/** The same, as the contract takes a signature that stands alone. */
export function signAlone(account: Account, digest: Uint8Array): Hex {
  return bytesToHex(packSignature(signDigest(account, digest)))
}

function makeAccount(kind: number, number: number): Account {
  const secret = keccak(numberToBytesBE(kind, 32), u32(number))
  const publicKey = secp256k1.getPublicKey(secret, false).subarray(1)
  return { secret, address: bytesToHex(keccak(publicKey).subarray(12)) }
}
