/** Whether a signature is that of a key, as far as bytes alone can tell. */
import { type Address, type Hex, keccak256 } from 'viem'
import { verifyP256, verifyWebAuthn } from '../protocol/passkey.ts'
import type { Rules } from '../protocol/rules.ts'
import {
  parseSignerBody,
  recoverAccount,
  type Signature,
  signatureKinds,
  signerKey,
} from '../protocol/signer.ts'
import { isSame } from './isSame.ts'
import type { RecordedCode } from './record.ts'

/**
 * - `unknown`: only the contract behind the key, at that time, could tell.
 */
export type SignatureAnswer = 'valid' | 'wrong' | 'unknown'

export type SignatureContext = {
  verifiers: Rules['verifiers']
  codes: readonly RecordedCode[]
}

export function checkSignature(
  key: Address,
  digest: Uint8Array,
  { kind, body }: Signature,
  context: SignatureContext,
): SignatureAnswer {
  if (kind === signatureKinds.account) {
    const signer = recoverAccount(digest, body)
    return signer !== undefined && isSame(signer, key) ? 'valid' : 'wrong'
  }
  if (kind === signatureKinds.contract) return 'unknown'
  if (kind !== signatureKinds.verifier) return 'wrong'
  return checkBySigner(key, digest, body, context)
}

function checkBySigner(
  key: Address,
  digest: Uint8Array,
  body: Uint8Array,
  { verifiers, codes }: SignatureContext,
): SignatureAnswer {
  const parsed = parseSignerBody(body)
  if (!parsed) return 'wrong'
  const { signer, signature } = parsed
  const isListed = verifiers.some((one) => isSame(one, signer.verifier))
  if (!isListed || !isSame(signerKey(signer), key)) return 'wrong'
  const code = codes.find(({ address }) => isSame(address, signer.verifier))
  const verify = code && knownVerifiers[keccak256(code.code)]
  if (!verify) return 'unknown'
  return verify(signer.publicKey, digest, signature) ? 'valid' : 'wrong'
}

type Verify = typeof verifyP256

/**
 * OpenZeppelin's verifiers, as this project builds them, by the hash of their
 * code. Of any other contract the verifier does not know what it does.
 */
export const knownVerifiers: Readonly<Record<Hex, Verify | undefined>> = {
  '0x7d538afe2a79fd8d869d946132c053df4ea4a8239694420d9b04ebbb711a63b6':
    verifyP256,
  '0x204787c013c142acabf382126774a0d03e8da2e461d656d52e2b8fbf83f263dc':
    verifyWebAuthn,
}
