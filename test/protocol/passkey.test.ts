// passkey
// ├── parseDer
// │   ├── given a passkey's DER → r and s
// │   └── when it is none → DerInvalidError
// ├── packP256Signature, verifyP256
// │   ├── given a signature, high or low → accepted
// │   └── when key, hash or signature differ → refused
// ├── packWebAuthnSignature
// │   ├── has the fields in the order of OpenZeppelin's WebAuthnAuth
// │   └── when the client data lack a field → ClientDataInvalidError
// └── verifyWebAuthn
//     ├── given a passkey's answer to the digest → accepted
//     ├── when anything about it is wrong → refused
//     └── when its encoding is cut anywhere → refused
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import {
  bytesToHex,
  decodeAbiParameters,
  numberToHex,
  parseAbiParameters,
} from 'viem'
import {
  ClientDataInvalidError,
  DerInvalidError,
  packP256Signature,
  packWebAuthnSignature,
  parseDer,
  verifyP256,
  verifyWebAuthn,
} from '../../protocol/passkey.ts'

const secret = new Uint8Array(32).fill(3)
const publicKey = p256.getPublicKey(secret, false).subarray(1)
const order = p256.Point.Fn.ORDER
const digest = sha256(utf8ToBytes('a ballot'))

type Answer = {
  flags: number
  type: string
  challenge: Uint8Array
  dataLength: number
}

const rightAnswer = {
  flags: 0x1d,
  type: 'webauthn.get',
  challenge: digest,
  dataLength: 37,
}

/** What an authenticator answers; each refusal changes one thing. */
function answer(changes: Partial<Answer> = {}) {
  const { flags, type, challenge, dataLength } = { ...rightAnswer, ...changes }
  const authenticatorData = new Uint8Array(dataLength).fill(9)
  authenticatorData[32] = flags
  const clientDataJSON = utf8ToBytes(
    JSON.stringify({
      type,
      challenge: Buffer.from(challenge).toString('base64url'),
      origin: 'https://review.example',
      crossOrigin: false,
    }),
  )
  const hash = sha256(concatBytes(authenticatorData, sha256(clientDataJSON)))
  const der = p256.sign(hash, secret, { prehash: false, format: 'der' })
  return { authenticatorData, clientDataJSON, ...parseDer(der) }
}

describe('passkey', () => {
  describe('parseDer', () => {
    it('reads r and s', () => {
      const signature = p256.sign(digest, secret)
      const { r, s } = p256.Signature.fromBytes(signature)
      const der = p256.Signature.fromBytes(signature).toBytes('der')
      expect(parseDer(der)).to.deep.equal({ r, s })
    })

    it('refuses anything else', () => {
      for (const wrong of [new Uint8Array(), new Uint8Array(70)])
        expect(() => parseDer(wrong)).to.throw(DerInvalidError)
    })
  })

  describe('packP256Signature, verifyP256', () => {
    const signed = p256.sign(digest, secret, { prehash: false })
    const { r, s } = p256.Signature.fromBytes(signed)
    const low = packP256Signature({ r, s })

    it('accept a signature, made low', () => {
      expect(packP256Signature({ r, s: order - s })).to.deep.equal(low)
      expect(verifyP256(publicKey, digest, low)).to.be.true
    })

    it('refuse another key, hash or signature, and a high s', () => {
      const high = new p256.Signature(
        r,
        order - p256.Signature.fromBytes(low).s,
      )
      const refused = [
        verifyP256(publicKey.subarray(1), digest, low),
        verifyP256(publicKey.with(0, publicKey[0]! ^ 1), digest, low),
        verifyP256(publicKey, digest.with(0, digest[0]! ^ 1), low),
        verifyP256(publicKey, digest, low.with(0, low[0]! ^ 1)),
        verifyP256(publicKey, digest, low.subarray(1)),
        verifyP256(publicKey, digest, high.toBytes()),
      ]
      expect(refused).not.to.include(true)
    })
  })

  describe('packWebAuthnSignature', () => {
    it("has the fields in the order of OpenZeppelin's struct", () => {
      const assertion = answer()
      const json = Buffer.from(assertion.clientDataJSON).toString()
      const packed = packWebAuthnSignature(assertion)
      const fields = decodeAbiParameters(
        parseAbiParameters('uint256, uint256, uint256, uint256, bytes, string'),
        packed,
      )
      const { r, s } = assertion
      const lowS = s > order / 2n ? order - s : s
      expect(fields).to.deep.equal([
        r,
        lowS,
        BigInt(json.indexOf('"challenge"')),
        BigInt(json.indexOf('"type"')),
        bytesToHex(assertion.authenticatorData),
        json,
      ])
    })

    it('refuses client data of something else', () => {
      const assertion = answer({ type: 'webauthn.create' })
      const pack = () => packWebAuthnSignature(assertion)
      expect(pack).to.throw(ClientDataInvalidError)
    })
  })

  describe('verifyWebAuthn', () => {
    const verify = (assertion: ReturnType<typeof answer>) =>
      verifyWebAuthn(publicKey, digest, packWebAuthnSignature(assertion))

    it('accepts the answer to the digest', () => {
      expect(verify(answer())).to.be.true
      expect(verify(answer({ flags: 0x05, dataLength: 100 }))).to.be.true
    })

    it('refuses it when anything is wrong', () => {
      const other = sha256(digest)
      const right = answer()
      const refused = {
        challenge: verify(answer({ challenge: other })),
        longerChallenge: verify(
          answer({ challenge: concatBytes(digest, digest) }),
        ),
        notPresent: verify(answer({ flags: 0x04 })),
        notVerified: verify(answer({ flags: 0x01 })),
        backedUpButNotEligible: verify(answer({ flags: 0x15 })),
        shortData: verify(answer({ dataLength: 36 })),
        signature: verify({ ...right, r: right.r + 1n }),
        data: verify({
          ...right,
          authenticatorData: new Uint8Array(37).fill(5),
        }),
      }
      for (const [what, accepted] of Object.entries(refused))
        expect(accepted, what).to.be.false
    })

    it('refuses the wrong place of a field', () => {
      const packed = packWebAuthnSignature(answer())
      for (const position of [0x5f, 0x7f]) {
        const moved = packed.with(position, packed[position]! + 1)
        expect(verifyWebAuthn(publicKey, digest, moved)).to.be.false
      }
    })

    it('refuses offsets and lengths that leave the signature', () => {
      const packed = packWebAuthnSignature(answer())
      const huge = concatBytes(
        packed.subarray(0, 0x80),
        Buffer.from(numberToHex(2n ** 256n - 1n).slice(2), 'hex'),
        packed.subarray(0xa0),
      )
      const cuts = Array.from({ length: 0x140 }, (_, length) =>
        packed.subarray(0, length),
      )
      for (const wrong of [huge, ...cuts])
        expect(verifyWebAuthn(publicKey, digest, wrong)).to.be.false
    })
  })
})
