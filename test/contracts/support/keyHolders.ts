/** People with every kind of key that a roll may hold. */
import { p256 } from '@noble/curves/nist.js'
import { bytesToHex, encodeAbiParameters, hexToBytes, type Hex } from 'viem'
import { keccak } from '../../../protocol/bytes.ts'
import { packP256Signature, parseDer } from '../../../protocol/passkey.ts'
import {
  packSignature,
  packSignerBody,
  type Signature,
  signatureKinds,
} from '../../../protocol/signer.ts'
import { type Account, signDigest, stranger } from './accounts.ts'
import { type Deployment, ethers } from './chain.ts'
import {
  type AssertionChange,
  makePasskey,
  signWithPasskey,
} from '../../../cli/rehearse/passkeys.ts'
import {
  type Safe,
  delegate,
  deploySafe,
  signBySafe,
  signWithV,
} from './wallets.ts'

/** A key, and how its holder signs a digest with it. */
export type KeyHolder = { key: Hex; sign: (digest: Uint8Array) => Signature }

/** One of each kind; `group` tells apart people of the same kind. */
export async function createHolders(
  deployment: Deployment,
  group: number,
): Promise<Record<KeyKind, KeyHolder>> {
  const account = (kind: number) => stranger(100 * group + kind)
  const code = await deployDelegate()
  await delegate(account(2), code)
  await delegate(account(3), code)
  const safe = await deploySafe([account(4), account(5)])
  return {
    'plain account': plainHolder(account(1)),
    'delegated account by ECDSA': plainHolder(account(2)),
    'delegated account by ERC-1271': delegatedHolder(account(3)),
    'ERC-1271 wallet': safeHolder(safe),
    'P-256 key': p256Holder(deployment.p256Verifier, group),
    passkey: passkeyHolder(deployment.webAuthnVerifier, group),
  }
}

export const keyKinds = [
  'plain account',
  'delegated account by ECDSA',
  'delegated account by ERC-1271',
  'ERC-1271 wallet',
  'P-256 key',
  'passkey',
] as const

export type KeyKind = (typeof keyKinds)[number]

export function plainHolder(account: Account): KeyHolder {
  return {
    key: account.address,
    sign: (digest) => signDigest(account, digest),
  }
}

/** An account under EIP-7702 that signs by the code it put on. */
export function delegatedHolder(account: Account): KeyHolder {
  const own = (digest: Uint8Array) =>
    keccak(
      hexToBytes(
        encodeAbiParameters(
          [{ type: 'address' }, { type: 'bytes32' }],
          [account.address, bytesToHex(digest)],
        ),
      ),
    )
  return {
    key: account.address,
    sign: (digest) => ({
      kind: signatureKinds.contract,
      body: signWithV(account, own(digest)),
    }),
  }
}

export function safeHolder(safe: Safe): KeyHolder {
  return {
    key: safe.address,
    sign: (digest) => ({
      kind: signatureKinds.contract,
      body: signBySafe(safe, digest),
    }),
  }
}

export function p256Holder(verifier: Hex, number: number): KeyHolder {
  const { key, secret, signer } = makePasskey(number, verifier)
  const options = { prehash: false, format: 'der' } as const
  return {
    key,
    sign: (digest) => {
      const signature = parseDer(p256.sign(digest, secret, options))
      const body = packSignerBody(signer, packP256Signature(signature))
      return { kind: signatureKinds.verifier, body }
    },
  }
}

export function passkeyHolder(
  verifier: Hex,
  number: number,
  change: AssertionChange = {},
): KeyHolder {
  const passkey = makePasskey(number, verifier)
  const sign = (digest: Uint8Array) => signWithPasskey(passkey, digest, change)
  return { key: passkey.key, sign }
}

/** A signature as the contract takes one that stands alone. */
export function signAlone(holder: KeyHolder, digest: Uint8Array): Hex {
  return bytesToHex(packSignature(holder.sign(digest)))
}

export async function deployDelegate(): Promise<Hex> {
  const contract = await ethers.deployContract('DelegateWallet')
  return (await contract.getAddress()) as Hex
}
