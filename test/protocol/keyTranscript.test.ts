// keyTranscript
// ├── transcriptStart, transcriptAdd, keysDigest
// │   ├── are the hashes of the ABI encodings
// │   └── when anything changes → change
// └── encodeKeys, decodeKeys
//     └── give back what they got
import { expect } from 'chai'
import {
  bytesToHex,
  encodeAbiParameters,
  keccak256,
  parseAbiParameters,
} from 'viem'
import { computeKeys } from '../../protocol/keyGeneration.ts'
import {
  decodeKeys,
  encodeKeys,
  keysDigest,
  transcriptAdd,
  transcriptStart,
} from '../../protocol/keyTranscript.ts'
import { makeAttempt, runAttempt } from './keyAttempt.ts'

describe('keyTranscript', () => {
  describe('transcriptStart, transcriptAdd, keysDigest', () => {
    const attempt = makeAttempt(2, 3)
    const message = new Uint8Array(100).fill(1)

    it('are the hashes of the ABI encodings', async () => {
      const start = keccak256(
        encodeAbiParameters(
          parseAbiParameters('bytes32, uint32, address[], uint8'),
          [bytesToHex(attempt.separator), 1, attempt.trustees, 2],
        ),
      )
      expect(transcriptStart(attempt)).to.equal(start)
      const added = keccak256(
        encodeAbiParameters(
          parseAbiParameters('bytes32, uint8, uint8, bytes32'),
          [start, 2, 3, keccak256(message)],
        ),
      )
      expect(transcriptAdd(start, 'shares', 3, message)).to.equal(added)
      const run = await runAttempt(2, 3)
      const keys = computeKeys(run.attempt, run.packages)
      const digest = keccak256(
        encodeAbiParameters(
          parseAbiParameters([
            'uint32, bytes32, Keys',
            'struct Keys { Point a; Point b; Point[] c; Point[] d; }',
            'struct Point { bytes32 x; bytes32 y; }',
          ]),
          [
            1,
            added,
            {
              a: keys.ballotKey,
              b: keys.lotteryKey,
              c: keys.ballotShares,
              d: keys.lotteryShares,
            },
          ],
        ),
      )
      expect(keysDigest(1, added, keys)).to.equal(digest)
    })

    it('change with everything that goes in', () => {
      const start = transcriptStart(attempt)
      const separator = attempt.separator.with(0, 0)
      const hashes = [
        start,
        transcriptStart({ ...attempt, number: 2 }),
        transcriptStart({ ...attempt, threshold: 3 }),
        transcriptStart({ ...attempt, separator }),
        transcriptStart(makeAttempt(2, 4)),
        transcriptAdd(start, 'package', 1, message),
        transcriptAdd(start, 'shares', 1, message),
        transcriptAdd(start, 'package', 2, message),
        transcriptAdd(start, 'package', 1, message.subarray(1)),
      ]
      expect(new Set(hashes).size).to.equal(hashes.length)
    })
  })

  describe('encodeKeys, decodeKeys', () => {
    it('give back what they got', async () => {
      const { attempt, packages } = await runAttempt(2, 3)
      const keys = computeKeys(attempt, packages)
      expect(decodeKeys(encodeKeys(keys))).to.deep.equal(keys)
    })
  })
})
