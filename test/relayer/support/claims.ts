/** Claims of tickets, signed by made-up keys of every kind. */
import { type Address, bytesToHex, type Hex, hexToBytes } from 'viem'
import {
  accountOf,
  deriveSecret,
  signAsAccount,
} from '../../../cli/rehearse/accountKey.ts'
import { packSignature, type Signature } from '../../../protocol/signer.ts'
import { enrolmentDigest } from '../../../protocol/tickets/enrolment.ts'
import {
  parseTicket,
  ticketHash,
} from '../../../protocol/tickets/ticketCode.ts'
import { makePasskey, signWithPasskey } from '../../../cli/rehearse/passkeys.ts'

export type Enroller = {
  key: Address
  sign: (digest: Uint8Array) => Signature
}

export function accountEnroller(number: number): Enroller {
  const secret = deriveSecret('enrolment', 'reviewer', number)
  const key = bytesToHex(accountOf(secret))
  return { key, sign: (digest) => signAsAccount(secret, digest) }
}

export function passkeyEnroller(number: number, verifier: Hex): Enroller {
  const passkey = makePasskey(number, verifier)
  const { key } = passkey
  return { key, sign: (digest) => signWithPasskey(passkey, digest) }
}

export type ClaimTarget = { chainId?: number; round: Address; reviewer: number }

export function makeClaim(
  ticket: string,
  { key, sign }: Enroller,
  { chainId = 31_337, reviewer, round }: ClaimTarget,
) {
  const hash = ticketHash(parseTicket(ticket))
  const id = { chainId: BigInt(chainId), round }
  const digest = enrolmentDigest(id, { reviewer, key, ticket: hash })
  const signature = bytesToHex(packSignature(sign(hexToBytes(digest))))
  return { ticket, key, signature }
}
