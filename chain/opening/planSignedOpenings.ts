/** Plans the opening of single ballots by their reviewers' signatures. */
import { equalBytes } from '@noble/curves/utils.js'
import { bytesToHex, type Hex, hexToBytes } from 'viem'
import { hashScores, parseBatch } from '../../protocol/ballot.ts'
import { listOf } from '../../protocol/draw.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { Opening, SignedOpening } from '../../protocol/opening.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import { parseSignature } from '../../protocol/signer.ts'
import type { ReadClient } from '../clients.ts'
import { getPages, type Page } from '../getPages.ts'
import { readDraw } from '../readDraw.ts'
import { readRound } from '../readRound.ts'
import type { RoundContext } from '../roundContext.ts'
import { openingGas } from './openingGas.ts'
import type { PlannedOpening } from './planOpeningByKey.ts'
import { groupParts, splitPage } from './planOpenings.ts'

/** What its reviewer signed over Opening(reviewer, seal), and the scores behind the seal. */
export type SignedScores = {
  /** How messages name it: a file, or a reference. */
  name: string
  reviewer: number
  ballotVersion: number
  values: readonly number[]
  salt: Hex
  /** `kind ‖ body` */
  signature: Hex
}

type OwnOpening = { name: string; seal: Uint8Array; opening: SignedOpening }

/** A signature that a contract checks may take all of its allowance. */
const gasOfSignature = 280_000

export async function planSignedOpenings(
  client: ReadClient,
  context: RoundContext,
  signed: readonly SignedScores[],
): Promise<PlannedOpening> {
  const { fromBlock, round, rules } = context
  const draw = await readDraw(client, context)
  const openings = signed.map((one) =>
    toOpening(one, listOf(draw, one.reviewer)),
  )
  const pages = await getPages(client, { round, fromBlock })
  const length = envelopeLength(rules, draw.n)
  const cast = pages.map((page) => ({
    ...page,
    ballots: parseBatch(page.batch, { envelopeLength: length }),
  }))
  requireRecorded(openings, cast)
  const gas = openingGas(rules, draw.n)
  const bounds = { ...gas, ballot: gas.ballot + gasOfSignature }
  const settled = await readSettled(client, context, openings)
  const parts = cast.flatMap((page) => {
    const opened = page.ballots.map((ballot): Opening => {
      const { reviewer, seal, version } = ballot
      const own = openings.find((one) => equalBytes(one.seal, seal))
      const isNew = own && !settled.has(reviewer)
      return isNew ? own.opening : { kind: 0, reviewer, version, seal }
    })
    return splitPage({ ...page, openings: opened }, () => false, bounds)
  })
  return { groups: groupParts(parts, bounds), unreadable: 0 }
}

function toOpening(
  { ballotVersion, name, reviewer, salt, signature, values }: SignedScores,
  proposals: readonly number[],
): OwnOpening {
  const content = { values: Uint8Array.from(values), salt: hexToBytes(salt) }
  const parsed = parseSignature(hexToBytes(signature))
  return {
    name,
    seal: hashScores({ reviewer, proposals, ...content }),
    opening: {
      kind: 2,
      reviewer,
      version: ballotVersion,
      ...content,
      signature: parsed ?? { kind: 0, body: new Uint8Array() },
    },
  }
}

function requireRecorded(
  openings: readonly OwnOpening[],
  pages: readonly (Omit<Page, 'ballots'> & {
    ballots: readonly { seal: Uint8Array }[]
  })[],
): void {
  const seals = new Set(
    pages.flatMap(({ ballots }) => ballots.map(({ seal }) => bytesToHex(seal))),
  )
  for (const { name, seal, opening } of openings)
    if (!seals.has(bytesToHex(seal)))
      throw new BallotNotRecordedError({ name, ...opening })
}

async function readSettled(
  client: ReadClient,
  { round }: RoundContext,
  openings: readonly OwnOpening[],
): Promise<Set<number>> {
  const settled = new Set<number>()
  for (const { opening } of openings) {
    const args = [BigInt(opening.reviewer)] as const
    const call = { round, functionName: 'isSettled', args } as const
    if (await readRound(client, call)) settled.add(opening.reviewer)
  }
  return settled
}

export class BallotNotRecordedError extends BaseError {
  override name = 'BallotNotRecordedError'

  constructor({
    name,
    reviewer,
    version,
  }: {
    name: string
    reviewer: number
    version: number
  }) {
    super(`The ballot of ${name} was never recorded.`, {
      metaMessages: [
        `Reviewer ${reviewer}, version ${version}: no page holds a ballot with that seal.`,
        'Expected the copy of a ballot that was cast; another try has another file.',
      ],
    })
  }
}
