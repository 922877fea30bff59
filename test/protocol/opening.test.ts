// opening
// ├── packOpenings, parseOpenings
// │   ├── given any openings → give them back
// │   ├── lay each kind out byte by byte
// │   └── when an opening is cut or of another kind → OpeningMalformedError
// └── openPage
//     ├── given a ballot sealed to the key, whatever its values → opens it
//     ├── when it does not decrypt, or not to what was sealed → leaves it closed
//     └── makes the heads of the page
import { concatBytes } from '@noble/curves/utils.js'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  ballotHeads,
  hashScores,
  packHead,
  type Scores,
  type SealedBallot,
} from '../../protocol/ballot.ts'
import {
  createEnvelopeOpener,
  createEnvelopeSealer,
  sealEnvelope,
} from '../../protocol/envelope.ts'
import {
  openPage,
  type Opening,
  OpeningMalformedError,
  packOpenings,
  parseOpenings,
} from '../../protocol/opening.ts'
import { bytes, bytes32, u32 } from './arbitraries.ts'
import { keyOf } from './keyOf.ts'

const valueCount = 3
const separator = new Uint8Array(32).fill(1)
const secret = 77n

const anyVersion = fc.integer({ min: 0, max: 15 })
const numbered = { reviewer: u32, version: anyVersion }
const opened = { ...numbered, values: bytes(valueCount), salt: bytes(16) }
const anyOpening: fc.Arbitrary<Opening> = fc.oneof(
  fc.record({ kind: fc.constant(0 as const), ...numbered, seal: bytes32 }),
  fc.record({ kind: fc.constant(1 as const), ...opened }),
  fc.record({
    kind: fc.constant(2 as const),
    ...opened,
    signature: fc.record({
      kind: fc.integer({ min: 0, max: 255 }),
      body: fc.uint8Array({ maxLength: 100 }),
    }),
  }),
)

const values = Uint8Array.of(1, 2, 3)
const salt = new Uint8Array(16).fill(4)
const seal = new Uint8Array(32).fill(5)
const signature = { kind: 1, body: Uint8Array.of(6, 6) }
const number = { reviewer: 0x01020304, version: 7 }
const closedOpening: Opening = { kind: 0, ...number, seal }
const keyOpening: Opening = { kind: 1, ...number, values, salt }
const signedOpening: Opening = { ...keyOpening, kind: 2, signature }

describe('opening', () => {
  describe('packOpenings, parseOpenings', () => {
    it('give back what they got', () => {
      fc.assert(
        fc.property(fc.array(anyOpening, { maxLength: 8 }), (openings) => {
          const packed = packOpenings(openings)
          const parsed = parseOpenings(packed, { valueCount })
          expect(parsed).to.deep.equal(openings)
        }),
      )
    })

    it('lay each kind out byte by byte', () => {
      const head = (kind: number) => Uint8Array.of(1, 2, 3, 4, kind * 16 + 7)
      const content = concatBytes(values, salt)
      const signed = Uint8Array.of(1, 0, 2, 6, 6)
      const expected = concatBytes(
        ...[head(0), seal],
        ...[head(1), content],
        ...[head(2), content, signed],
      )
      const packed = packOpenings([closedOpening, keyOpening, signedOpening])
      expect(packed).to.deep.equal(expected)
    })

    it('refuse openings that are cut short', () => {
      const whole = packOpenings([keyOpening])
      for (const opening of [closedOpening, keyOpening, signedOpening]) {
        const packed = packOpenings([opening])
        for (let length = 1; length < packed.length; length++) {
          const cut = concatBytes(whole, packed.subarray(0, length))
          expect(() => parseOpenings(cut, { valueCount }))
            .to.throw(OpeningMalformedError)
            .with.property('offset', whole.length)
        }
      }
    })

    it('refuse other kinds', () => {
      const packed = packOpenings([closedOpening])
      for (let kind = 3; kind < 16; kind++) {
        const strange = packed.with(4, kind * 16)
        const parse = () => parseOpenings(strange, { valueCount })
        expect(parse).to.throw(OpeningMalformedError)
      }
    })
  })

  describe('openPage', () => {
    const list = (reviewer: number) => [reviewer + 1, reviewer + 2, 0]

    function makeScores(reviewer: number): Scores {
      const proposals = list(reviewer)
      return { reviewer, proposals, values: Uint8Array.of(1, 255, 0), salt }
    }

    /** A ballot whose envelope holds `content`, which fits unless changed. */
    async function sealBallot(
      reviewer: number,
      content: Partial<Scores> = {},
    ): Promise<SealedBallot> {
      const sealer = await createEnvelopeSealer(separator, keyOf(secret))
      const scores = makeScores(reviewer)
      const head = { reviewer, version: 1, seal: hashScores(scores) }
      const sealed = { ...scores, ...content }
      return { ...head, envelope: await sealEnvelope(sealer, head, sealed) }
    }

    it('opens what fits its seal, and leaves the rest closed', async () => {
      const fitting = await sealBallot(1)
      const unreadable = await sealBallot(2)
      const ballots = [
        fitting,
        { ...unreadable, envelope: unreadable.envelope.with(50, 0) },
        await sealBallot(3, { values: Uint8Array.of(1, 254, 0) }),
        await sealBallot(4, { salt: salt.with(0, 0) }),
        await sealBallot(5, { values: Uint8Array.of(1) }),
        { ...(await sealBallot(6)), reviewer: 1 },
        await sealBallot(7),
      ]
      const opener = await createEnvelopeOpener(separator, secret)
      const openings = await openPage(opener, ballots, list)
      expect(openings.map(({ kind }) => kind)).to.deep.equal([
        1, 0, 0, 0, 0, 0, 1,
      ])
      expect(openings[0]).to.deep.equal({
        kind: 1,
        reviewer: 1,
        version: 1,
        values: Uint8Array.of(1, 255, 0),
        salt,
      })
      expect(openings[1]).to.deep.equal({
        kind: 0,
        reviewer: 2,
        version: 1,
        seal: unreadable.seal,
      })
      expect(headsOf(openings, list)).to.deep.equal(ballotHeads(ballots))
    })

    it('opens nothing with another secret', async () => {
      const ballots = [await sealBallot(1), await sealBallot(2)]
      const opener = await createEnvelopeOpener(separator, secret + 1n)
      const openings = await openPage(opener, ballots, list)
      expect(openings.map(({ kind }) => kind)).to.deep.equal([0, 0])
    })
  })
})

/** The heads that the contract makes from openings. */
function headsOf(
  openings: readonly Opening[],
  list: (reviewer: number) => number[],
): Uint8Array {
  const heads = openings.map((opening) => {
    if (opening.kind === 0) return packHead(opening)
    const proposals = list(opening.reviewer)
    return packHead({ ...opening, seal: hashScores({ ...opening, proposals }) })
  })
  return concatBytes(...heads)
}
