/** Finds a ballot that was taken before: whoever sends it again gets the same answer. */
import { type Address, bytesToHex } from 'viem'
import {
  BatchMalformedError,
  ballotDigest,
  parseBatch,
} from '../../protocol/ballot.ts'
import type { Services } from '../services.ts'
import type { KeptBallot } from './keepBallots.ts'

export async function findKept(
  { ballots, rounds }: Pick<Services, 'ballots' | 'rounds'>,
  round: Address,
  packed: Uint8Array,
): Promise<KeptBallot | null> {
  const facts = await rounds.round(round)
  const review = await rounds.review(round)
  const ballot = review && parseOnly(packed, review)
  if (!ballot) return null
  const digest = bytesToHex(ballotDigest(facts.separator, ballot))
  return ballots.find({ round, reviewer: ballot.reviewer, digest })
}

/** What else is in there will be refused with its reason. */
function parseOnly(packed: Uint8Array, size: { envelopeLength: number }) {
  try {
    const [ballot, ...others] = parseBatch(packed, size)
    return others.length === 0 ? ballot : undefined
  } catch (error) {
    if (error instanceof BatchMalformedError) return undefined
    throw error
  }
}
