// receipts of relayers
// ├── signReceipt → a signature that isReceiptSigned and the contract take
// ├── isReceiptSigned
// │   ├── when any field, the relayer, the chain or the contract is another → false
// │   ├── when the signature has a high s or a v of 0 or 1, which libraries take → false
// │   └── when the signature is none → false
// ├── toReceiptFile, parseReceiptFile → the same receipt again, through JSON
// └── parseReceiptFile
//     ├── when a field is missing or of another shape → ReceiptMalformedError with its name
//     └── when it is no object → ReceiptMalformedError
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { numberToBytesBE } from '@noble/curves/utils.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { bytesToHex, type Hex, hexToBytes } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  type Receipt,
  type ReceiptsId,
  type SignedReceipt,
} from '../../../protocol/receipt/receipt.ts'
import {
  parseReceiptFile,
  type ReceiptFile,
  ReceiptMalformedError,
  toReceiptFile,
} from '../../../protocol/receipt/receiptFile.ts'
import {
  isReceiptSigned,
  signReceipt,
} from '../../../protocol/receipt/signReceipt.ts'

const relayer = privateKeyToAccount(`0x${'11'.repeat(32)}`)
const other = privateKeyToAccount(`0x${'22'.repeat(32)}`)
const id: ReceiptsId = {
  chainId: 31_337,
  receipts: '0x5fbdb2315678afecb367f032d93f642f64180aa3',
}
const receipt: Receipt = {
  round: '0xe7f1725e7734ce288f8367e1bb143e90bb3f0512',
  reviewer: 17,
  version: 2,
  ballot: `0x${'ba'.repeat(32)}`,
  includeBy: 1_900_000_000,
}

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map(toHex)
const anyReceipt = fc.record({
  round: bytes(20),
  reviewer: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  version: fc.integer({ min: 0, max: 255 }),
  ballot: bytes(32),
  includeBy: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
})

describe('receipts of relayers', () => {
  describe('isReceiptSigned', () => {
    it('is true for what the relayer signed', async () => {
      const property = fc.asyncProperty(anyReceipt, async (any) => {
        const signed = await signReceipt(relayer, id, any)
        expect(signed).to.deep.equal({
          ...id,
          relayer: relayer.address,
          receipt: any,
          signature: signed.signature,
        })
        expect(await isReceiptSigned(signed)).to.equal(true)
      })
      await fc.assert(property, { numRuns: 20 })
    })

    const changes: Readonly<Record<string, Partial<SignedReceipt>>> = {
      round: withReceipt({ round: other.address }),
      reviewer: withReceipt({ reviewer: 18 }),
      version: withReceipt({ version: 3 }),
      ballot: withReceipt({ ballot: `0x${'bb'.repeat(32)}` }),
      time: withReceipt({ includeBy: 1_900_000_001 }),
      relayer: { relayer: other.address },
      chain: { chainId: 1 },
      contract: { receipts: other.address },
    }
    for (const [name, change] of Object.entries(changes))
      it(`is false for another ${name}`, async () => {
        const signed = await signReceipt(relayer, id, receipt)
        expect(await isReceiptSigned({ ...signed, ...change })).to.equal(false)
      })

    const signatures: Readonly<Record<string, (whole: Hex) => Hex>> = {
      'a high s': malleate,
      'a v of 0 or 1': (whole) => withV(whole, (v) => v - 27),
      'another v': (whole) => withV(whole, (v) => 55 - v),
      'a byte too many': (whole) => `${whole}00`,
      'a byte less': (whole) => whole.slice(0, -2) as Hex,
      'no bytes': () => '0x',
      'zeros only': () => `0x${'00'.repeat(65)}`,
    }
    for (const [name, change] of Object.entries(signatures))
      it(`is false for a signature of ${name}`, async () => {
        const signed = await signReceipt(relayer, id, receipt)
        const signature = change(signed.signature)
        expect(signature).not.to.equal(signed.signature)
        expect(await isReceiptSigned({ ...signed, signature })).to.equal(false)
      })
  })

  describe('parseReceiptFile', () => {
    it('reads what toReceiptFile made, through JSON', async () => {
      const signed = await signReceipt(relayer, id, receipt)
      const text = JSON.stringify(toReceiptFile(signed))
      expect(parseReceiptFile(JSON.parse(text))).to.deep.equal(signed)
    })

    const wrong: Readonly<Record<keyof ReceiptFile, readonly unknown[]>> = {
      format: ['dure-sealed-ballot'],
      version: [2, '1'],
      chainId: [-1, 1.5, '31337', 2 ** 53],
      round: ['0x12', 5, `0x${'zz'.repeat(20)}`],
      reviewer: [-1, 2 ** 32, '17', null],
      ballotVersion: [256, -1, NaN],
      ballot: ['0x', `0x${'ba'.repeat(31)}`, 'ba'.repeat(32)],
      includeBy: [-1, 2 ** 53, '1900000000'],
      receipts: ['', {}],
      relayer: ['0x', []],
      signature: ['0x', `0x${'00'.repeat(64)}`, `0x${'00'.repeat(66)}`],
    }
    for (const [field, values] of Object.entries(wrong))
      it(`refuses a wrong ${field}`, async () => {
        const signed = await signReceipt(relayer, id, receipt)
        for (const value of [undefined, ...values]) {
          const content = { ...toReceiptFile(signed), [field]: value }
          expect(() => parseReceiptFile(content))
            .to.throw(ReceiptMalformedError)
            .with.property('field', field)
        }
      })

    for (const content of [undefined, null, 'receipt', 5, []])
      it(`refuses ${String(content) || 'an empty list'}`, () => {
        expect(() => parseReceiptFile(content)).to.throw(ReceiptMalformedError)
      })
  })
})

function withReceipt(change: Partial<Receipt>): Partial<SignedReceipt> {
  return { receipt: { ...receipt, ...change } }
}

/** The other signature that ECDSA accepts. */
function malleate(whole: Hex): Hex {
  const signature = hexToBytes(whole)
  const { s } = secp256k1.Signature.fromBytes(signature.subarray(0, 64))
  const high = numberToBytesBE(secp256k1.Point.Fn.ORDER - s, 32)
  signature.set(high, 32)
  return withV(bytesToHex(signature), (v) => 55 - v)
}

function withV(whole: Hex, change: (v: number) => number): Hex {
  const signature = hexToBytes(whole)
  signature[64] = change(signature[64] ?? 0)
  return bytesToHex(signature)
}

function toHex(bytes: Uint8Array): Hex {
  return bytesToHex(bytes)
}
