// envelope
// ├── given the ballot's own head and the round's secret → opens
// ├── has the length of the rules
// └── when reviewer, version, seal, round, key or a byte differ → unreadable
import { concatBytes } from '@noble/curves/utils.js'
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
