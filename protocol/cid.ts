/** Addresses of published documents: CIDv1 of the raw bytes by sha2-256, from the digest on chain and back. */
import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import * as multihash from 'multiformats/hashes/digest'
import { bytesToHex, type Hash, hexToBytes } from 'viem'
import { BaseError } from './errors.ts'

/** Of sha2-256, in the table of multiformats. */
const sha256 = 0x12

export function toCid(digest: Hash): string {
  const hash = multihash.create(sha256, hexToBytes(digest))
  return CID.createV1(raw.code, hash).toString()
}

/** The digest that such an address names. */
export function parseCid(text: string): Hash {
  const { code, multihash: hash, version } = parse(text)
  const isRight = version === 1 && code === raw.code
  if (!isRight || hash.code !== sha256 || hash.size !== 32)
    throw new CidInvalidError({ cid: text })
  return bytesToHex(hash.digest)
}

function parse(text: string): CID {
  try {
    return CID.parse(text)
  } catch (cause) {
    throw new CidInvalidError({ cid: text, cause })
  }
}

export class CidInvalidError extends BaseError {
  override name = 'CidInvalidError'

  constructor({ cid, cause }: { cid: string; cause?: unknown }) {
    super(`${cid.slice(0, 100)} is no address of a document.`, {
      metaMessages: ['Expected a CIDv1 of raw bytes by sha2-256: bafkrei….'],
      cause,
    })
  }
}
