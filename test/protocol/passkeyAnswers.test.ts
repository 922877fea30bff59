// passkeyAnswers
// ├── parsePasskeyKey
// │   ├── given what a browser answers → x and y
// │   └── when it is of another curve, cut short or off the curve → refused
// └── toPasskeySignature → one that the round's verifier takes
import { generateKeyPairSync, sign } from 'node:crypto'
import { expect } from 'chai'
import { concatBytes } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { verifyWebAuthn } from '../../protocol/passkey.ts'
import {
  parsePasskeyKey,
  PasskeyKeyInvalidError,
  toPasskeySignature,
} from '../../protocol/passkeyAnswers.ts'
import { parseSignerBody } from '../../protocol/signer.ts'

const verifier = `0x${'7a'.repeat(20)}` as const
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const info = toBuffer(pair.publicKey.export({ type: 'spki', format: 'der' }))

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

function answerTo(digest: Uint8Array) {
  const authenticatorData = new Uint8Array(37).fill(5)
  const challenge = Buffer.from(digest).toString('base64url')
  const clientDataJSON = utf8ToBytes(
    JSON.stringify({ type: 'webauthn.get', challenge, origin: 'https://a.b' }),
  )
  const signed = concatBytes(authenticatorData, sha256(clientDataJSON))
  const der = sign('sha256', signed, pair.privateKey)
  return {
    authenticatorData: toBuffer(authenticatorData),
    clientDataJSON: toBuffer(clientDataJSON),
    signature: toBuffer(der),
  }
}

describe('passkeyAnswers', () => {
  describe('parsePasskeyKey', () => {
    it('reads x and y', () => {
      const { x, y } = pair.publicKey.export({ format: 'jwk' })
      const expected = [x, y].map((text) =>
        Buffer.from(text ?? '', 'base64url'),
      )
      expect(parsePasskeyKey(info)).to.deep.equal(
        Uint8Array.from(Buffer.concat(expected)),
      )
    })

    it('refuses anything else', () => {
      const other = generateKeyPairSync('ec', { namedCurve: 'secp256k1' })
      const edwards = generateKeyPairSync('ed25519')
      const off = new Uint8Array(info.slice(0)).fill(1, 40)
      const refused = [
        ...[other, edwards].map(({ publicKey }) =>
          toBuffer(publicKey.export({ type: 'spki', format: 'der' })),
        ),
        ...[info.slice(0, 90), info.slice(0, 10), new ArrayBuffer(0)],
        toBuffer(off),
      ]
      for (const wrong of refused)
        expect(() => parsePasskeyKey(wrong)).to.throw(PasskeyKeyInvalidError)
    })
  })

  describe('toPasskeySignature', () => {
    it('answers what the verifier of the round takes', () => {
      const publicKey = parsePasskeyKey(info)
      const digest = sha256(utf8ToBytes('a ballot'))
      const signer = { verifier, publicKey }
      const { body, kind } = toPasskeySignature(signer, answerTo(digest))
      expect(kind).to.equal(2)
      const parsed = parseSignerBody(body)!
      expect(parsed.signer).to.deep.equal(signer)
      const { signature } = parsed
      expect(verifyWebAuthn(publicKey, digest, signature)).to.be.true
      const other = sha256(digest)
      expect(verifyWebAuthn(publicKey, other, signature)).to.be.false
    })
  })
})
