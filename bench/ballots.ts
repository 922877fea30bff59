/** Sealed, signed ballots of made-up reviewers; equal in every run. */
import { bytesToNumberBE } from '@noble/curves/utils.js'
import {
  ballotDigest,
  hashScores,
  type SealedBallot,
} from '../protocol/ballot.ts'
import { type Draw, listOf } from '../protocol/draw.ts'
import { createEnvelopeSealer, sealEnvelope } from '../protocol/envelope.ts'
import type { Random } from '../protocol/keyPackage.ts'
import type { Signature } from '../protocol/signer.ts'
import { reviewer, signDigest } from '../test/contracts/support/accounts.ts'
import type { KnownBallot } from '../test/contracts/support/ballots.ts'
import { fail, type Stage } from '../test/contracts/support/stage.ts'

type Sign = (
  number: number,
  digest: Uint8Array,
  sealed: SealedBallot,
) => Signature

export async function makeBallots(
  stage: Stage,
  draw: Draw,
  reviewers: readonly number[],
  random: Random,
  sign: Sign = (number, digest) => signDigest(reviewer(number), digest),
): Promise<KnownBallot[]> {
  const { separator, rules, trustees } = stage
  const keys = trustees?.keys ?? fail('keys')
  const sealer = await createEnvelopeSealer(separator, keys.ballotKey)
  const ballots: KnownBallot[] = []
  for (const number of reviewers) {
    const proposals = listOf(draw, number)
    const values = random(proposals.length).map((byte, index) =>
      proposals[index] === 0 ? 0 : byte % (rules.maxScore + 1),
    )
    const content = { values, salt: random(16) }
    const seal = hashScores({ reviewer: number, proposals, ...content })
    const head = { reviewer: number, version: 1, seal }
    const ephemeral = bytesToNumberBE(random(31)) + 1n
    const envelope = await sealEnvelope(sealer, head, content, ephemeral)
    const sealed = { ...head, envelope }
    const signature = sign(number, ballotDigest(separator, sealed), sealed)
    ballots.push({ ...sealed, ...content, signature })
  }
  return ballots
}
