/** The digest that the address of a published document names. */
import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import { bytesToHex, type Hash } from 'viem'
import { BaseError } from './errors.ts'

/** Of sha2-256, in the table of multiformats. */
const sha256 = 0x12

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
