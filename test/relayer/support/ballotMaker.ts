/** Sealed ballots of made-up reviewers, with any field told otherwise. */
import { bytesToHex, type Hex } from 'viem'
import {
  deriveSecret,
  signAsAccount,
} from '../../../cli/rehearse/accountKey.ts'
import { sealBallot } from '../../../protocol/sealBallot.ts'
import { ballotDigest, saltLength } from '../../../protocol/ballot.ts'
import { keccak, u32 } from '../../../protocol/bytes.ts'
import { createEnvelopeSealer } from '../../../protocol/envelope.ts'
import type { Point } from '../../../protocol/point.ts'
import type { Signature } from '../../../protocol/signer.ts'

export type BallotMakerParameters = {
  seed: string
  separator: Uint8Array
  ballotKey: Point
  lists: (reviewer: number) => Uint16Array
}

export type BallotChange = {
  version?: number
  /** Score given to every proposal. */
  score?: number
  /** Signs in the place of the reviewer. */
  signer?: number
  /** Of another round or chain. */
  separator?: Uint8Array
  /** By another kind of key. */
  sign?: (digest: Uint8Array) => Signature
}

export function createBallotMaker({
  seed,
  separator: own,
  ballotKey,
  lists,
}: BallotMakerParameters) {
  const sealing = createEnvelopeSealer(own, ballotKey)
  return async (
    reviewer: number,
    {
      version = 1,
      score = 3,
      signer = reviewer,
      separator = own,
      sign = (digest) =>
        signAsAccount(deriveSecret(seed, 'reviewer', signer), digest),
    }: BallotChange = {},
  ): Promise<Hex> => {
    const proposals = lists(reviewer)
    const values = Uint8Array.from(proposals, () => score)
    const salt = keccak(u32(reviewer), u32(version), u32(score))
    const scores = {
      ...{ reviewer, proposals, values },
      salt: salt.slice(0, saltLength),
    }
    const packed = await sealBallot(await sealing, version, scores, (sealed) =>
      sign(ballotDigest(separator, sealed)),
    )
    return bytesToHex(packed)
  }
}
