// envelope
// ├── given the ballot's own head and the round's secret → opens
// ├── given the vectors → opens them, and seals the same
// ├── has the length of the rules
// └── when reviewer, version, seal, round, key or a byte differ → unreadable
import { concatBytes, hexToBytes } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import {
  createEnvelopeOpener,
  createEnvelopeSealer,
  envelopeInfo,
  openEnvelope,
  sealEnvelope,
} from '../../protocol/envelope.ts'
import { MessageUnreadableError } from '../../protocol/hpke.ts'
import { packPoint } from '../../protocol/point.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import vectors from '../vectors/envelopes.json' with { type: 'json' }
import { expectRejection } from './expectRejection.ts'
import { keyOf } from './keyOf.ts'

const separator = new Uint8Array(32).fill(1)
const secret = 0xabcdefn
const head = { reviewer: 70_000, version: 3, seal: new Uint8Array(32).fill(2) }
const content = {
  values: Uint8Array.of(0, 1, 2, 3, 4, 5),
  salt: new Uint8Array(16).fill(9),
}

describe('envelope', () => {
  it('opens with the head of its ballot', async () => {
    const sealer = await createEnvelopeSealer(separator, keyOf(secret))
    const opener = await createEnvelopeOpener(separator, secret)
    const envelope = await sealEnvelope(sealer, head, content)
    expect(await openEnvelope(opener, head, envelope)).to.deep.equal(content)
  })

  it('gives and opens the vectors', async () => {
    const { domainSeparator, ballotSecret, envelope } = vectors
    for (const [index, expected] of envelope.entries()) {
      const field = (name: 'seal' | 'values' | 'salt') =>
        fromHex(vectors[name][index]!)
      const separator = fromHex(domainSeparator[index]!)
      const secret = BigInt(ballotSecret[index]!)
      const head = {
        reviewer: vectors.reviewer[index]!,
        version: vectors.version[index]!,
        seal: field('seal'),
      }
      const content = { values: field('values'), salt: field('salt') }
      const sealer = await createEnvelopeSealer(separator, keyOf(secret))
      const ephemeral = BigInt(vectors.ephemeral[index]!)
      const sealed = await sealEnvelope(sealer, head, content, ephemeral)
      expect(sealed).to.deep.equal(fromHex(expected))
      const opener = await createEnvelopeOpener(separator, secret)
      expect(await openEnvelope(opener, head, sealed)).to.deep.equal(content)
    }
  })

  it('has the length of the rules', async () => {
    const sealer = await createEnvelopeSealer(separator, keyOf(secret))
    const envelope = await sealEnvelope(sealer, head, content)
    const rules = { owners: true, listLength: 2, weights: [1, 1, 1] }
    expect(envelope).to.have.length(envelopeLength(rules, 100))
  })

  it('is bound to the round and its key', () => {
    const key = keyOf(secret)
    const parts = [utf8ToBytes('dure ballot'), separator, packPoint(key)]
    expect(envelopeInfo(separator, key)).to.deep.equal(concatBytes(...parts))
  })

  it('opens with nothing else', async () => {
    const sealer = await createEnvelopeSealer(separator, keyOf(secret))
    const opener = await createEnvelopeOpener(separator, secret)
    const otherKey = await createEnvelopeOpener(separator, secret + 1n)
    const otherRound = await createEnvelopeOpener(head.seal, secret)
    const envelope = await sealEnvelope(sealer, head, content)
    const flipped = envelope.map((byte) => byte ^ 0x80)
    const seal = head.seal.with(31, 0)
    const refused = [
      openEnvelope(opener, { ...head, reviewer: 70_001 }, envelope),
      openEnvelope(opener, { ...head, version: 4 }, envelope),
      openEnvelope(opener, { ...head, seal }, envelope),
      openEnvelope(otherKey, head, envelope),
      openEnvelope(otherRound, head, envelope),
      ...Array.from(flipped, (byte, index) =>
        openEnvelope(opener, head, envelope.with(index, byte)),
      ),
    ]
    await Promise.all(
      refused.map((one) => expectRejection(one, MessageUnreadableError)),
    )
  })
})

function fromHex(hex: string): Uint8Array {
  return hexToBytes(hex.slice(2))
}
