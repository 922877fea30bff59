/** Checks a ballot as `castBallot` would, in its order, with its errors. */
import { type Address, bytesToHex, zeroAddress } from 'viem'
import { simulateContract } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { enumNumber, phases } from '../../chain/enums.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import { readRound } from '../../chain/readRound.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import { withRefusal } from '../../chain/withRefusal.ts'
import {
  ballotDigest,
  BatchMalformedError,
  packBallot,
  parseBatch,
  type SignedBallot,
} from '../../protocol/ballot.ts'
import { checkSignature } from '../../verifier/checkSignature.ts'
import type { ReviewFacts, RoundFacts } from '../rounds/roundBook.ts'
import type { Services } from '../services.ts'

export type CheckedBallot = {
  facts: RoundFacts
  ballot: SignedBallot
  packed: Uint8Array
  /** What the reviewer signed. */
  digest: Uint8Array
}

const functionName = 'castBallot'

export async function checkBallot(
  { node, rounds }: Pick<Services, 'node' | 'rounds'>,
  round: Address,
  packed: Uint8Array,
): Promise<CheckedBallot> {
  const facts = await rounds.round(round)
  const [review, phase] = await Promise.all([
    rounds.review(round),
    rounds.phase(round),
  ])
  if (!review || phase !== 'review')
    throw refusal('Round_WrongPhase', [enumNumber(phases, phase)])
  const ballot = parseOne(packed, review)
  const key = requireKey(ballot, review)
  await requireVersion(node.reader, facts, ballot)
  const digest = ballotDigest(facts.separator, ballot)
  const checked = { facts, ballot, packed, digest }
  await requireSignature(node.reader, key, checked, review)
  return checked
}

function parseOne(
  packed: Uint8Array,
  { envelopeLength }: ReviewFacts,
): SignedBallot {
  try {
    const [ballot, ...others] = parseBatch(packed, { envelopeLength })
    if (!ballot) throw refusal('Round_BatchMalformed', [0n])
    if (others.length === 0) return ballot
    throw wrongLength(packed, packBallot(ballot).length)
  } catch (error) {
    if (!(error instanceof BatchMalformedError)) throw error
    const { offset } = error
    if (offset > 0) throw wrongLength(packed, offset)
    throw refusal('Round_BatchMalformed', [0n])
  }
}

function wrongLength({ length }: Uint8Array, expected: number): RefusedError {
  return refusal('Round_BallotLength', [BigInt(length), BigInt(expected)])
}

function requireKey({ reviewer }: SignedBallot, { roll }: ReviewFacts) {
  const key = roll[reviewer - 1] ?? zeroAddress
  if (key === zeroAddress) throw refusal('Round_NotOnRoll', [BigInt(reviewer)])
  return key
}

async function requireVersion(
  client: ReadClient,
  { round, rules: { ballotLimit } }: RoundFacts,
  { reviewer, version }: SignedBallot,
): Promise<void> {
  const claims = [BigInt(reviewer), version] as const
  if (version > ballotLimit)
    throw refusal('Round_BallotLimit', [...claims, ballotLimit])
  const args = [BigInt(reviewer)] as const
  const last = await readRound(client, {
    ...{ round, functionName: 'lastVersion', args },
  })
  if (version <= last) throw superseded({ reviewer, version }, last)
}

async function requireSignature(
  client: ReadClient,
  key: Address,
  { ballot, digest, facts, packed }: CheckedBallot,
  { codes }: ReviewFacts,
): Promise<void> {
  const { verifiers } = facts.rules
  const context = { verifiers, codes }
  const answer = checkSignature(key, digest, ballot.signature, context)
  if (answer === 'wrong') throw refusal('Round_BadSignature', [key])
  // Only a contract can tell: the round itself asks it.
  if (answer === 'unknown') await askRound(client, facts.round, packed)
}

async function askRound(
  client: ReadClient,
  round: Address,
  packed: Uint8Array,
): Promise<void> {
  const args = [bytesToHex(packed)] as const
  const call = { address: round, abi: roundAbi, functionName, args } as const
  await withRefusal(functionName, () => simulateContract(client, call))
}

export function superseded(
  { reviewer, version }: Pick<SignedBallot, 'reviewer' | 'version'>,
  last: number,
): RefusedError {
  return refusal('Round_BallotSuperseded', [BigInt(reviewer), version, last])
}

function refusal(errorName: string, values: readonly unknown[]): RefusedError {
  return new RefusedError({ functionName, errorName, values })
}
