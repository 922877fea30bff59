/** Signed, sealed ballots of a test round; cast, opened and ranked. */
import { randomBytes } from '@noble/hashes/utils.js'
import type { Overrides } from 'ethers'
import { bytesToHex, type Hex, keccak256 } from 'viem'
import {
  ballotDigest,
  type BallotHead,
  hashScores,
  packBallot,
  type SealedBallot,
  type SignedBallot,
} from '../../../protocol/ballot.ts'
import {
  type Draw,
  listOf as drawnList,
  restoreDraw,
} from '../../../protocol/draw.ts'
import {
  createEnvelopeSealer,
  type EnvelopeContent,
  sealEnvelope,
} from '../../../protocol/envelope.ts'
import { type Opening, packOpenings } from '../../../protocol/opening.ts'
import { packNumbers, parseNumbers } from '../../../protocol/packedNumbers.ts'
import { type Orders, rankProposals } from '../../../protocol/ranking.ts'
import { envelopeLength, type Rules } from '../../../protocol/rules.ts'
import type { Signature } from '../../../protocol/signer.ts'
import { reviewer, signDigest } from './accounts.ts'
import { fail, type Stage, upTo } from './stage.ts'

/** What a reviewer knows of an own ballot. */
export type KnownBallot = SignedBallot & {
  values: Uint8Array
  salt: Uint8Array
}

export type BallotChange = {
  version?: number
  /** Replaces the reviewer's true list in the seal. */
  list?: readonly number[]
  salt?: Uint8Array
  envelope?: Uint8Array
  sign?: (digest: Uint8Array, ballot: SealedBallot) => Signature
}

/** A signed ballot with these values; the change makes it a bad one. */
export async function makeBallot(
  stage: Stage,
  number: number,
  values: readonly number[],
  change: BallotChange = {},
): Promise<KnownBallot> {
  const { version = 1, salt = randomBytes(16) } = change
  const proposals = change.list ?? (await listOf(stage, number))
  const content = { values: Uint8Array.from(values), salt }
  const seal = hashScores({ reviewer: number, proposals, ...content })
  const head = { reviewer: number, version, seal }
  const envelope = change.envelope ?? (await sealFor(stage, head, content))
  const sealed = { ...head, envelope }
  const sign =
    change.sign ??
    ((digest: Uint8Array) => signDigest(reviewer(number), digest))
  const signature = sign(ballotDigest(stage.separator, sealed), sealed)
  return { ...sealed, ...content, signature }
}

async function sealFor(
  { separator, trustees }: Stage,
  head: BallotHead,
  content: EnvelopeContent,
): Promise<Uint8Array> {
  const keys = trustees?.keys ?? fail('keys')
  const sealer = await createEnvelopeSealer(separator, keys.ballotKey)
  return sealEnvelope(sealer, head, content)
}

/** One ballot each, with values that mean nothing and break no rule. */
export async function plainBallots(
  stage: Stage,
  reviewers: readonly number[],
  change: BallotChange = {},
): Promise<KnownBallot[]> {
  const draw = await readDraw(stage)
  return Promise.all(
    reviewers.map((number) => {
      const list = drawnList(draw, number)
      const values = plainValues(stage.rules, number, list)
      return makeBallot(stage, number, values, { list, ...change })
    }),
  )
}

/** Stands for an envelope where nobody opens it: sealing takes its time. */
export function opaqueEnvelope({ rules, n }: Stage): Uint8Array {
  return randomBytes(envelopeLength(rules, n))
}

function plainValues(
  { weights, maxScore }: Rules,
  reviewer: number,
  list: readonly number[],
): number[] {
  return list.flatMap((proposal) =>
    weights.map((_, criterion) => {
      const value = 1 + ((reviewer * 7 + proposal * 3 + criterion) % maxScore)
      return proposal === 0 ? 0 : value
    }),
  )
}

export async function listOf(
  { round }: Stage,
  number: number,
): Promise<number[]> {
  return (await round.listOf(number)).map(Number)
}

/** Casts ballots as one page, relayed by anyone. */
export function castPage(
  stage: Stage,
  ballots: readonly SignedBallot[],
  overrides: Overrides = {},
) {
  return stage.round.castBallots(packBatch(ballots), overrides)
}

export function packBatch(ballots: readonly SignedBallot[]): `0x${string}` {
  return `0x${ballots.map((one) => bytesToHex(packBallot(one)).slice(2)).join('')}`
}

export function openedBy(ballot: KnownBallot): Opening {
  const { reviewer, version, values, salt } = ballot
  return { kind: 1, reviewer, version, values, salt }
}

export function closed({ reviewer, version, seal }: SignedBallot): Opening {
  return { kind: 0, reviewer, version, seal }
}

/** The opening of a page, every ballot opened unless other openings are given. */
export function pageOpening(
  page: number,
  ballots: readonly KnownBallot[],
  openings: readonly Opening[] = ballots.map(openedBy),
) {
  return {
    page,
    batchHash: keccak256(packBatch(ballots)),
    openings: packOpenings(openings),
  }
}

export async function openPage(
  stage: Stage,
  page: number,
  ballots: readonly KnownBallot[],
  openings?: readonly Opening[],
  overrides: Overrides = {},
) {
  const opening = pageOpening(page, ballots, openings)
  return stage.round.openPages([opening], overrides)
}

/** Points and counts of all proposals, as the contract holds them. */
export async function tallies({ round, n }: Stage) {
  return Promise.all(
    upTo(n).map(async (number) => {
      const { points, count } = await round.tally(number)
      return { number, points: Number(points), count: Number(count) }
    }),
  )
}

/** The draw, as the contract stores it. */
export async function readDraw({ rules, round, n }: Stage): Promise<Draw> {
  const [order, offset] = await round.shuffles()
  return restoreDraw({
    order: parseNumbers(order as Hex),
    offset: parseNumbers(offset as Hex),
    rules,
    n,
  })
}

/** The one order of each half, from the points on the chain. */
export async function honestOrders(stage: Stage): Promise<Orders> {
  const counted = await tallies(stage)
  const tally = {
    sums: Float64Array.from(counted, ({ points }) => points),
    counts: Uint32Array.from(counted, ({ count }) => count),
  }
  const draw = await readDraw(stage)
  return rankProposals({ rules: stage.rules, draw, tally })
}

export async function rankHonestly(stage: Stage) {
  return rankAs(stage, ...(await honestOrders(stage)))
}

/** Hands in orders of proposal numbers. */
export function rankAs(
  { round }: Stage,
  first: readonly number[],
  second: readonly number[] = [],
  overrides: Overrides = {},
) {
  return round.rank(packNumbers(first), packNumbers(second), overrides)
}
