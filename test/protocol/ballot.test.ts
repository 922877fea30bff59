// ballot
// ├── hashScores
// │   ├── given any scores → equal to viem's struct hash
// │   └── when the salt is not 16 bytes → SaltLengthError
// ├── ballotDigest
// │   └── given any ballot → equal to viem's digest of its typed data
// ├── packBallot, parseBatch
// │   ├── given any ballots of one envelope length → give them back
// │   ├── given none → none
// │   └── when the batch is malformed → BatchMalformedError(offset)
// └── ballotHeads, pageDigest
//     ├── have 37 bytes a ballot
//     └── when a head, their order or the batch changes → changes
import { concatBytes } from '@noble/curves/utils.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { bytesToHex, hashStruct, hashTypedData } from 'viem'
import {
  ballotDigest,
  ballotHeads,
  BatchMalformedError,
  hashScores,
  packBallot,
  pageDigest,
  parseBatch,
  SaltLengthError,
  type SignedBallot,
  toBallotTypedData,
} from '../../protocol/ballot.ts'
import { keccak } from '../../protocol/bytes.ts'
import { domainSeparator } from '../../protocol/typedData.ts'
import { bytes, bytes32, u16, u32, u8 } from './arbitraries.ts'

const id = { chainId: 1n, round: `0x${'5a'.repeat(20)}` } as const
const separator = domainSeparator(id)
const envelopeLength = 33 + 5 + 32

const anyScores = fc.record({
  reviewer: u32,
  proposals: fc.array(u16, { maxLength: 130 }),
  values: fc.uint8Array({ maxLength: 130 }),
  salt: bytes(16),
})

const anyVersion = fc.integer({ min: 0, max: 15 })

const anyBallot: fc.Arbitrary<SignedBallot> = fc.record({
  reviewer: u32,
  version: anyVersion,
  seal: bytes32,
  envelope: bytes(envelopeLength),
  signature: fc.oneof(
    fc.record({ kind: fc.constant(0), body: bytes(64) }),
    fc.record({
      kind: fc.integer({ min: 1, max: 15 }),
      body: fc.uint8Array({ maxLength: 300 }),
    }),
  ),
})

/** A ballot of 37 + 70 + 64 bytes, or with a length where kind is not 0. */
function makeBallot(kind = 0): SignedBallot {
  return {
    reviewer: 0x01020304,
    version: 5,
    seal: new Uint8Array(32).fill(6),
    envelope: new Uint8Array(envelopeLength).fill(7),
    signature: { kind, body: new Uint8Array(64).fill(8) },
  }
}

describe('ballot', () => {
  describe('hashScores', () => {
    it("equals viem's struct hash", () => {
      fc.assert(
        fc.property(anyScores, (scores) => {
          const envelope = new Uint8Array()
          const sealed = { version: 1, envelope }
          const { types, message } = toBallotTypedData(id, scores, sealed)
          const expected = hashStruct({
            data: message.scores,
            primaryType: 'Scores',
            types: { Scores: types.Scores },
          })
          expect(bytesToHex(hashScores(scores))).to.equal(expected)
        }),
      )
    })

    it('refuses a salt of another length', () => {
      const scores = { reviewer: 1, proposals: [1], values: Uint8Array.of(1) }
      for (const length of [0, 15, 32]) {
        const salt = new Uint8Array(length)
        expect(() => hashScores({ ...scores, salt })).to.throw(SaltLengthError)
      }
    })
  })

  describe('ballotDigest', () => {
    it("equals viem's digest of what the wallet shows", () => {
      fc.assert(
        fc.property(anyScores, u8, bytes(70), (scores, version, envelope) => {
          const typedData = toBallotTypedData(id, scores, { version, envelope })
          const { reviewer } = scores
          const seal = hashScores(scores)
          const ballot = { reviewer, version, seal, envelope }
          const found = bytesToHex(ballotDigest(separator, ballot))
          expect(found).to.equal(hashTypedData(typedData))
        }),
      )
    })
  })

  describe('packBallot, parseBatch', () => {
    it('give back what they got', () => {
      fc.assert(
        fc.property(fc.array(anyBallot, { maxLength: 8 }), (ballots) => {
          const batch = concatBytes(...ballots.map(packBallot))
          expect(parseBatch(batch, { envelopeLength })).to.deep.equal(ballots)
        }),
      )
    })

    it('lay a ballot out byte by byte', () => {
      const { seal, envelope, signature } = makeBallot()
      const head = Uint8Array.of(1, 2, 3, 4, 5)
      const parts = [head, seal, envelope, signature.body]
      expect(packBallot(makeBallot())).to.deep.equal(concatBytes(...parts))
      const contract = packBallot(makeBallot(1))
      expect(contract[4]).to.equal(0x15)
      expect(contract.subarray(107, 109)).to.deep.equal(Uint8Array.of(0, 64))
    })

    const first = packBallot(makeBallot())
    const second = packBallot(makeBallot(1))
    const malformed: Record<string, [batch: Uint8Array, offset: number]> = {
      'one byte': [Uint8Array.of(0), 0],
      'cut inside the head': [first.subarray(0, 20), 0],
      'cut before the signature': [first.subarray(0, 107), 0],
      'cut inside the signature': [first.subarray(0, 170), 0],
      'cut inside the length': [second.subarray(0, 108), 0],
      'cut inside a body': [second.subarray(0, 172), 0],
      'cut in the second ballot': [
        concatBytes(first, second.subarray(0, 172)),
        first.length,
      ],
      'one byte too many': [concatBytes(first, Uint8Array.of(0)), first.length],
      'a length beyond the end': [second.with(107, 0xff), 0],
      'an account read as a contract': [first.with(4, 0x15), 0],
      'an envelope too short': [
        packBallot({ ...makeBallot(), envelope: new Uint8Array(69) }),
        0,
      ],
    }

    for (const [what, [batch, offset]] of Object.entries(malformed))
      it(`refuse ${what}`, () => {
        expect(() => parseBatch(batch, { envelopeLength }))
          .to.throw(BatchMalformedError)
          .with.property('offset', offset)
      })
  })

  describe('ballotHeads, pageDigest', () => {
    const ballots = [makeBallot(), { ...makeBallot(1), reviewer: 2 }]
    const heads = ballotHeads(ballots)
    const batchHash = keccak(...ballots.map(packBallot))

    it('have 37 bytes a ballot, the kind left out', () => {
      const seal = new Uint8Array(32).fill(6)
      const expected = concatBytes(
        Uint8Array.of(1, 2, 3, 4, 5),
        seal,
        Uint8Array.of(0, 0, 0, 2, 5),
        seal,
      )
      expect(heads).to.deep.equal(expected)
    })

    it('change with every head, their order and the batch', () => {
      const pages = [
        pageDigest(heads, batchHash),
        pageDigest(heads, keccak(batchHash)),
        pageDigest(ballotHeads(ballots.toReversed()), batchHash),
        pageDigest(ballotHeads(ballots.slice(1)), batchHash),
        pageDigest(heads.with(4, 4), batchHash),
      ]
      const hashes = pages.map((page) => bytesToHex(page))
      expect(new Set(hashes).size).to.equal(pages.length)
    })
  })
})
