/** Seals, encrypts and signs a run of ballots, and packs them into a batch. */
import { concatBytes } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import {
  ballotDigest,
  saltLength,
  type SealedBallot,
} from '../../protocol/ballot.ts'
import { keccak, u32 } from '../../protocol/bytes.ts'
import type { Draw } from '../../protocol/draw.ts'
import { createEnvelopeSealer } from '../../protocol/envelope.ts'
import type { Point } from '../../protocol/point.ts'
import { sealBallot } from '../../protocol/sealBallot.ts'
import { type ReviewerKeys, signAsReviewer } from './reviewerKeys.ts'
import { createLists } from '../../protocol/lists.ts'

export type SealBallotsTask = ReviewerKeys & {
  /** The round's domain separator. */
  separator: Uint8Array
  ballotKey: Point
  /** From which the reviewers' lists follow. */
  draw: Draw
  ballots: readonly PlainBallot[]
}

export type PlainBallot = { reviewer: number; values: Uint8Array }

/** Every reviewer of a rehearsal casts once. */
const version = 1

export async function sealBallots(task: SealBallotsTask): Promise<Uint8Array> {
  const { seed, separator, ballotKey, draw, ballots } = task
  const sealer = await createEnvelopeSealer(separator, ballotKey)
  const lists = createLists(draw)
  const packed: Uint8Array[] = []
  for (const { reviewer, values } of ballots) {
    const salt = deriveSalt(seed, reviewer)
    const scores = { reviewer, proposals: lists(reviewer), values, salt }
    const sign = (sealed: SealedBallot) =>
      signAsReviewer(task, reviewer, ballotDigest(separator, sealed))
    packed.push(await sealBallot(sealer, version, scores, sign))
  }
  return concatBytes(...packed)
}

function deriveSalt(seed: string, reviewer: number): Uint8Array {
  const label = utf8ToBytes(`dure rehearsal salt\n${seed}`)
  return keccak(label, u32(reviewer)).slice(0, saltLength)
}
