/** Addresses of published documents: CIDv1 of the raw bytes by sha2-256, from the digest on chain. */
import { concatBytes } from '@noble/curves/utils.js'
import { base32 } from 'multiformats/bases/base32'
import { type Hash, hexToBytes } from 'viem'

/** CIDv1, raw codec, sha2-256, 32 bytes: what stands before the digest. */
const cidPrefix = Uint8Array.of(0x01, 0x55, 0x12, 0x20)

export function toCid(digest: Hash): string {
  return base32.encode(concatBytes(cidPrefix, hexToBytes(digest)))
}
