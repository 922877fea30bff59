/**
 * addresses of documents
 * ├── toCid → the address that multiformats makes of the digest
 * └── parseCid → the digest back; refuses other versions, codecs, hashes and texts
 */
import { expect } from 'chai'
import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import * as multihash from 'multiformats/hashes/digest'
import { hexToBytes, sha256, stringToBytes } from 'viem'
import { toCid } from '../../protocol/cid.ts'
import { CidInvalidError, parseCid } from '../../protocol/parseCid.ts'

const digests = ['', 'a', 'a text'].map((text) => sha256(stringToBytes(text)))
const sha2 = 0x12

describe('addresses of documents', () => {
  it('are those that multiformats makes', () => {
    for (const digest of digests) {
      const hash = multihash.create(sha2, hexToBytes(digest))
      expect(toCid(digest)).to.equal(CID.createV1(raw.code, hash).toString())
    }
  })

  it('name their digest', () => {
    for (const digest of digests)
      expect(parseCid(toCid(digest))).to.equal(digest)
  })

  it('are refused where they are of something else', () => {
    const [digest = '0x'] = digests
    const hash = multihash.create(sha2, hexToBytes(digest))
    const others = [
      CID.createV0(hash).toString(),
      CID.createV1(0x71, hash).toString(),
      CID.createV1(raw.code, multihash.create(0x16, hash.digest)).toString(),
      `${toCid(digest)}a`,
      toCid(digest).slice(0, -1),
      'bafkrei',
      '',
    ]
    for (const other of others)
      expect(() => parseCid(other), other).to.throw(CidInvalidError)
  })
})
