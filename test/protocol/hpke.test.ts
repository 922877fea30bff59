// hpke
// ├── given the vector of RFC 9180, A.3 → seals to it and opens it
// ├── given a message sealed here → opens, and twice sealed differs
// └── when key, info, aad or any bit differs → MessageUnreadableError
import { p256 } from '@noble/curves/nist.js'
import {
  bytesToNumberBE,
  concatBytes,
  hexToBytes,
} from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import {
  hpkeOverhead,
  importRecipient,
  importSecret,
  MessageUnreadableError,
  openMessage,
  sealMessage,
} from '../../protocol/hpke.ts'
import { expectRejection } from './expectRejection.ts'

/** RFC 9180, A.3: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base. */
const rfc9180 = {
  ephemeral: '4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb',
  recipient: 'f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2',
  recipientKey:
    '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82' +
    '6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
  encapsulated:
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9' +
    '8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  ciphertext:
    '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f90' +
    '76ac232e3ab2523f39513434',
  info: utf8ToBytes('Ode on a Grecian Urn'),
  aad: utf8ToBytes('Count-0'),
  plaintext: utf8ToBytes('Beauty is truth, truth beauty'),
}

describe('hpke', () => {
  it('agrees with RFC 9180', async () => {
    const { info, aad, plaintext } = rfc9180
    const ephemeral = toScalar(rfc9180.ephemeral)
    const point = p256.Point.fromHex(rfc9180.recipientKey)
    const recipient = await importRecipient(point)
    const context = { info, aad }
    const sealed = await sealMessage(recipient, plaintext, context, ephemeral)
    const encapsulated = p256.Point.fromHex(rfc9180.encapsulated)
    const ciphertext = hexToBytes(rfc9180.ciphertext)
    const expected = concatBytes(encapsulated.toBytes(true), ciphertext)
    expect(sealed).to.deep.equal(expected)
    const secret = await importSecret(toScalar(rfc9180.recipient))
    const opened = await openMessage(secret, expected, context)
    expect(opened).to.deep.equal(plaintext)
  })

  it('opens what it sealed, twice differently', async () => {
    const secret = await importSecret(5n)
    const plaintext = utf8ToBytes('to five')
    const context = { info: utf8ToBytes('info') }
    const first = await sealMessage(secret, plaintext, context)
    const second = await sealMessage(secret, plaintext, context)
    expect(first).not.to.deep.equal(second)
    expect(first).to.have.length(plaintext.length + hpkeOverhead)
    for (const message of [first, second])
      expect(await openMessage(secret, message, context)).to.deep.equal(
        plaintext,
      )
  })

  it('opens nothing else', async () => {
    const secret = await importSecret(5n)
    const context = { info: utf8ToBytes('info'), aad: utf8ToBytes('aad') }
    const message = await sealMessage(secret, utf8ToBytes('to 5'), context)
    const expectUnreadable = (
      bytes: Uint8Array,
      changed: Partial<typeof context> = {},
      by = secret,
    ) =>
      expectRejection(
        openMessage(by, bytes, { ...context, ...changed }),
        MessageUnreadableError,
      )
    await expectUnreadable(message, { info: utf8ToBytes('Info') })
    await expectUnreadable(message, { aad: utf8ToBytes('Aad') })
    await expectUnreadable(message, { aad: new Uint8Array() })
    await expectUnreadable(message, {}, await importSecret(6n))
    await expectUnreadable(new Uint8Array())
    for (let bit = 0; bit < 8 * message.length; bit++) {
      const byte = message[bit >> 3]! ^ (1 << (bit & 7))
      await expectUnreadable(message.with(bit >> 3, byte))
      if (bit % 8 === 0) await expectUnreadable(message.subarray(0, bit >> 3))
    }
  })
})

function toScalar(hex: string): bigint {
  return bytesToNumberBE(hexToBytes(hex))
}
