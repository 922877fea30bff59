// signer
// ├── toAccountBody
// │   ├── given a wallet's signature → r ‖ vs that recovers to its account
// │   ├── given the same with a high s → the same body
// │   ├── given v of 0 or 1 → the same body as of 27 or 28
// │   ├── when r, s or v is none → SignatureInvalidError
// │   └── when it is not 65 bytes → SignatureLengthError
// ├── recoverAccount
// │   ├── when another digest was signed → another key
// │   └── when s is high, or the body is cut → none
// ├── signerKey
// │   └── is the last 20 bytes of the hash of verifier ‖ public key
// ├── packSignerBody, parseSignerBody
// │   ├── give back what they got
// │   └── when the length leaves the body → none
// ├── packSignature, parseSignature
// │   └── give back what they got
// └── packInBatch, parseInBatch
//     ├── give back what they got, wherever it stands
//     ├── when a part is cut short → none
//     └── when a body has an impossible length → SignatureLengthError
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes } from '@noble/curves/utils.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { hexToBytes, keccak256, slice } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  packInBatch,
  packSignature,
  packSignerBody,
  parseInBatch,
  parseSignature,
  parseSignerBody,
  recoverAccount,
  SignatureInvalidError,
  signatureKinds,
  SignatureLengthError,
  signerKey,
  toAccountBody,
} from '../../protocol/signer.ts'
import { bytes, bytes32 } from './arbitraries.ts'

const account = privateKeyToAccount(`0x${'11'.repeat(32)}`)
const key = account.address.toLowerCase()
const digest = new Uint8Array(32).fill(7)

/** As a wallet answers: r ‖ s ‖ v with a low s. */
async function sign(hash: Uint8Array): Promise<Uint8Array> {
  const hex = `0x${Buffer.from(hash).toString('hex')}` as const
  return hexToBytes(await account.sign({ hash: hex }))
}

/** The same signature in its other form: n − s under the other parity. */
function withHighS(signature: Uint8Array): Uint8Array {
  const { r, s } = secp256k1.Signature.fromBytes(signature.subarray(0, 64))
  const high = new secp256k1.Signature(r, secp256k1.Point.Fn.ORDER - s)
  const v = 27 + 28 - signature[64]!
  return concatBytes(high.toBytes(), Uint8Array.of(v))
}

describe('signer', () => {
  describe('toAccountBody', () => {
    it('gives a body that recovers to the account', async () => {
      await fc.assert(
        fc.asyncProperty(bytes32, async (hash) => {
          const body = toAccountBody(await sign(hash))
          expect(body).to.have.length(64)
          expect(recoverAccount(hash, body)).to.equal(key)
        }),
        { numRuns: 20 },
      )
    })

    it('makes a high s low', async () => {
      const signature = await sign(digest)
      const body = toAccountBody(withHighS(signature))
      expect(body).to.deep.equal(toAccountBody(signature))
    })

    it('takes v of 0 and 1 like 27 and 28', async () => {
      const signature = await sign(digest)
      const bare = signature.with(64, signature[64]! - 27)
      expect(toAccountBody(bare)).to.deep.equal(toAccountBody(signature))
    })

    it('refuses what is no signature', async () => {
      const signature = await sign(digest)
      const zero = concatBytes(new Uint8Array(64), Uint8Array.of(27))
      for (const wrong of [signature.with(64, 29), zero])
        expect(() => toAccountBody(wrong)).to.throw(SignatureInvalidError)
    })

    it('refuses another length', async () => {
      const signature = await sign(digest)
      for (const wrong of [signature.subarray(1), new Uint8Array(66)])
        expect(() => toAccountBody(wrong)).to.throw(SignatureLengthError)
    })
  })

  describe('recoverAccount', () => {
    it('finds another key for another digest', async () => {
      const body = toAccountBody(await sign(digest))
      const found = recoverAccount(new Uint8Array(32), body)
      expect(found).to.match(/^0x[0-9a-f]{40}$/)
      expect(found).not.to.equal(key)
    })

    it('finds none where the contract finds none', async () => {
      const signature = await sign(digest)
      const { r, s } = secp256k1.Signature.fromBytes(signature.subarray(0, 64))
      const order = secp256k1.Point.Fn.ORDER
      const justHigh = new secp256k1.Signature(r, order / 2n + 1n)
      const highest = new secp256k1.Signature(r, order - s)
      const body = toAccountBody(signature)
      const cut = body.subarray(1)
      for (const wrong of [justHigh.toBytes(), cut, new Uint8Array(64)])
        expect(recoverAccount(digest, wrong)).to.be.undefined
      expect(recoverAccount(digest, highest.toBytes())).not.to.equal(key)
    })
  })

  describe('signerKey', () => {
    it('is the last 20 bytes of the hash', () => {
      const verifier = `0x${'ab'.repeat(20)}` as const
      const publicKey = new Uint8Array(64).fill(0xcd)
      const signer = `${verifier}${'cd'.repeat(64)}` as const
      const expected = slice(keccak256(signer), 12)
      expect(signerKey({ verifier, publicKey })).to.equal(expected)
    })
  })

  describe('packSignerBody, parseSignerBody', () => {
    const verifier = `0x${'ab'.repeat(20)}` as const
    const anyBytes = fc.uint8Array({ maxLength: 100 })

    it('give back what they got', () => {
      fc.assert(
        fc.property(anyBytes, anyBytes, (publicKey, signature) => {
          const signer = { verifier, publicKey }
          const parsed = parseSignerBody(packSignerBody(signer, signature))
          expect(parsed).to.deep.equal({ signer, signature })
        }),
      )
    })

    it('find none where the length is wrong', () => {
      const publicKey = new Uint8Array(64)
      const body = packSignerBody({ verifier, publicKey }, new Uint8Array())
      const tooLong = body.with(1, 85)
      const tooShort = body.with(1, 19)
      for (const wrong of [tooLong, tooShort, body.subarray(0, 1)])
        expect(parseSignerBody(wrong)).to.be.undefined
    })
  })

  describe('packSignature, parseSignature', () => {
    it('give back what they got', () => {
      const signature = { kind: signatureKinds.contract, body: digest }
      const packed = packSignature(signature)
      expect(packed).to.deep.equal(concatBytes(Uint8Array.of(1), digest))
      expect(parseSignature(packed)).to.deep.equal(signature)
      expect(parseSignature(new Uint8Array())).to.be.undefined
    })
  })

  describe('packInBatch, parseInBatch', () => {
    const anySignature = fc.oneof(
      fc.record({ kind: fc.constant(0), body: bytes(64) }),
      fc.record({
        kind: fc.integer({ min: 1, max: 15 }),
        body: fc.uint8Array({ maxLength: 300 }),
      }),
    )

    it('give back what they got, wherever it stands', () => {
      fc.assert(
        fc.property(anySignature, fc.nat(50), (signature, offset) => {
          const before = new Uint8Array(offset)
          const part = packInBatch(signature)
          const batch = concatBytes(before, part, new Uint8Array(3))
          const end = offset + part.length
          const found = parseInBatch(signature.kind, batch, offset)
          expect(found).to.deep.equal({ signature, end })
        }),
      )
    })

    it('find none where a part is cut short', () => {
      fc.assert(
        fc.property(anySignature, fc.nat(), (signature, at) => {
          const part = packInBatch(signature)
          const cut = part.subarray(0, at % part.length)
          expect(parseInBatch(signature.kind, cut, 0)).to.be.undefined
        }),
      )
    })

    it('refuse a body of an impossible length', () => {
      const short = { kind: 0, body: new Uint8Array(63) }
      const long = { kind: 1, body: new Uint8Array(0x10000) }
      for (const wrong of [short, long])
        expect(() => packInBatch(wrong)).to.throw(SignatureLengthError)
    })
  })
})
