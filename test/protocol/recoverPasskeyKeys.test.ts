// recoverPasskeyKeys
// ├── of answers of Chromium → their key is among them
// ├── of any answer → the key is among them, whether s is low or high
// └── of a signature that is none → DerInvalidError
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bytesToHex, type Hex, hexToBytes } from 'viem'
import { DerInvalidError } from '../../protocol/passkey.ts'
import { recoverPasskeyKeys } from '../../protocol/recoverPasskeyKeys.ts'

type Recorded = {
  publicKey: Hex
  assertions: Record<
    string,
    { authenticatorData: Hex; clientDataJSON: string; signature: Hex }
  >
}

const toBuffer = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer

const fixture = path.join(
  import.meta.dirname,
  '../fixtures/chromiumPasskey.json',
)

describe('recoverPasskeyKeys', () => {
  for (const side of ['low', 'high'] as const)
    it(`finds the key behind a signature with ${side} s`, () => {
      const { publicKey, secretKey } = p256.keygen()
      const authenticatorData = new Uint8Array(37).fill(5)
      const clientDataJSON = utf8ToBytes('{"type":"webauthn.get"}')
      const signed = concatBytes(authenticatorData, sha256(clientDataJSON))
      const signature = p256.Signature.fromBytes(
        p256.sign(sha256(signed), secretKey, { prehash: false, lowS: true }),
      )
      const s = side === 'low' ? signature.s : p256.Point.Fn.ORDER - signature.s
      const der = new p256.Signature(signature.r, s).toBytes('der')
      const keys = recoverPasskeyKeys({
        authenticatorData: toBuffer(authenticatorData),
        clientDataJSON: toBuffer(clientDataJSON),
        signature: toBuffer(der),
      })
      const expected = p256.Point.fromBytes(publicKey).toBytes(false).slice(1)
      expect(keys.map((key) => bytesToHex(key))).to.include(
        bytesToHex(expected),
      )
    })

  it('finds the key of an answer of Chromium', () => {
    const { assertions, publicKey } = JSON.parse(
      readFileSync(fixture, 'utf8'),
    ) as Recorded
    for (const answer of Object.values(assertions)) {
      const keys = recoverPasskeyKeys({
        authenticatorData: toBuffer(hexToBytes(answer.authenticatorData)),
        clientDataJSON: toBuffer(utf8ToBytes(answer.clientDataJSON)),
        signature: toBuffer(hexToBytes(answer.signature)),
      })
      expect(keys.map((key) => bytesToHex(key))).to.include(publicKey)
    }
  })

  it('refuses what is no signature', () => {
    const empty = new ArrayBuffer(0)
    expect(() =>
      recoverPasskeyKeys({
        authenticatorData: empty,
        clientDataJSON: empty,
        signature: empty,
      }),
    ).to.throw(DerInvalidError)
  })
})
