/** Seals and encrypts one ballot, has it signed, and packs it for the chain. */
import {
  hashScores,
  packBallot,
  type Scores,
  type SealedBallot,
} from './ballot.ts'
import { type EnvelopeSealer, sealEnvelope } from './envelope.ts'
import type { Signature } from './signer.ts'

export async function sealBallot(
  sealer: EnvelopeSealer,
  version: number,
  scores: Scores,
  sign: (sealed: SealedBallot) => Signature | Promise<Signature>,
): Promise<Uint8Array> {
  const { reviewer } = scores
  const head = { reviewer, version, seal: hashScores(scores) }
  const envelope = await sealEnvelope(sealer, head, scores)
  const sealed = { ...head, envelope }
  return packBallot({ ...sealed, signature: await sign(sealed) })
}
