/** Plans the opening of single ballots by their reviewers' signatures. */
import { equalBytes } from '@noble/curves/utils.js'
import { bytesToHex, hexToBytes } from 'viem'
import { getPages, type Page } from '../../chain/getPages.ts'
import { readRound } from '../../chain/readRound.ts'
import { hashScores, parseBatch } from '../../protocol/ballot.ts'
import { listOf } from '../../protocol/draw.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { Opening, SignedOpening } from '../../protocol/opening.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import { parseSignature } from '../../protocol/signer.ts'
import {
  type OwnBallotFile,
  readBallotFile,
  type SignedOpeningFile,
} from '../casting/ballotFiles.ts'
import { findReviewer, requireKey } from '../casting/findReviewer.ts'
import type { RoundActSession } from '../frame/session.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import { readAccount } from '../keys/readAccount.ts'
import { readDraw } from '../../chain/readDraw.ts'
import type { RoundContext } from '../roundContext.ts'
import { signMessage } from '../signing/signMessage.ts'
import { UsageError } from '../usageError.ts'
import type { PlannedOpening } from '../../chain/opening/planOpeningByKey.ts'
import type { OpenOptions } from './open.ts'
import { openingGas } from '../../chain/opening/openingGas.ts'
import { groupParts, splitPage } from '../../chain/opening/planOpenings.ts'

/** A signature that a contract checks may take all of its allowance. */
const gasOfSignature = 280_000

export async function openOwn(
  session: RoundActSession,
  context: RoundContext,
  files: readonly string[],
  options: OpenOptions,
): Promise<PlannedOpening> {
  const { reader } = session
  const { fromBlock, round, rules } = context
  const draw = await readDraw(reader, context)
  const signed = await readOpenings(session, context, files, options)
  const openings = signed.map(({ content, file }) => ({
    file,
    ...toOpening(content, listOf(draw, content.reviewer)),
  }))
  const pages = await getPages(reader, { round, fromBlock })
  const length = envelopeLength(rules, draw.n)
  const cast = pages.map((page) => ({
    ...page,
    ballots: parseBatch(page.batch, { envelopeLength: length }),
  }))
  requireRecorded(openings, cast)
  const gas = openingGas(rules, draw.n)
  const bounds = { ...gas, ballot: gas.ballot + gasOfSignature }
  const settled = await readSettled(session, openings)
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

/** For somebody else to send. */
export async function printSignedOpenings(
  { surroundings, ...session }: RoundActSession,
  context: RoundContext,
  files: readonly string[],
  options: OpenOptions,
): Promise<void> {
  const [file, ...others] = files
  if (file === undefined || others.length > 0)
    throw new UsageError('--sign-only takes one file.', 'Give the own copy.')
  const all = { surroundings, ...session }
  const [signed] = await readOpenings(all, context, [file], options)
  if (!signed) return
  surroundings.out.write(jsonText(signed.content))
}

type NamedFile = { file: string; content: SignedOpeningFile }

/** Own copies are signed with --key; what is signed is taken as it is. */
async function readOpenings(
  session: RoundActSession,
  context: RoundContext,
  files: readonly string[],
  options: OpenOptions,
): Promise<NamedFile[]> {
  const formats = ['dure-own-ballot', 'dure-signed-opening'] as const
  const signed: NamedFile[] = []
  for (const file of files) {
    const content = await readBallotFile(file, context, formats)
    const opening =
      content.format === 'dure-own-ballot'
        ? await signOpening(session, context, content, options)
        : content
    signed.push({ file, content: opening })
  }
  return signed
}

async function signOpening(
  { reader, surroundings }: RoundActSession,
  context: RoundContext,
  own: OwnBallotFile,
  { key }: OpenOptions,
): Promise<SignedOpeningFile> {
  const { ballotVersion, chainId, reviewer, round, salt, seal, values } = own
  const account = await readAccount(surroundings, key)
  const who = { text: String(reviewer), account: undefined }
  requireKey(await findReviewer(reader, context, who), account.address)
  const { chainId: id } = context
  const message = { reviewer, seal }
  const signature = await signMessage(
    ...([account, { chainId: id, round }, 'Opening', message] as const),
  )
  return {
    format: 'dure-signed-opening',
    version: 1,
    ...{ chainId, round, reviewer, ballotVersion },
    ...{ values, salt, signature },
  }
}

type OwnOpening = { file: string; seal: Uint8Array; opening: SignedOpening }

function toOpening(
  { ballotVersion, reviewer, salt, signature, values }: SignedOpeningFile,
  proposals: readonly number[],
): Omit<OwnOpening, 'file'> {
  const content = { values: Uint8Array.from(values), salt: hexToBytes(salt) }
  const parsed = parseSignature(hexToBytes(signature))
  return {
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
  for (const { file, seal, opening } of openings)
    if (!seals.has(bytesToHex(seal)))
      throw new BallotNotRecordedError({ file, ...opening })
}

async function readSettled(
  { reader, round }: RoundActSession,
  openings: readonly OwnOpening[],
): Promise<Set<number>> {
  const settled = new Set<number>()
  for (const { opening } of openings) {
    const args = [BigInt(opening.reviewer)] as const
    const call = { round, functionName: 'isSettled', args } as const
    if (await readRound(reader, call)) settled.add(opening.reviewer)
  }
  return settled
}

export class BallotNotRecordedError extends BaseError {
  override name = 'BallotNotRecordedError'

  constructor({
    file,
    reviewer,
    version,
  }: {
    file: string
    reviewer: number
    version: number
  }) {
    super(`The ballot of ${file} was never recorded.`, {
      metaMessages: [
        `Reviewer ${reviewer}, version ${version}: no page holds a ballot with that seal.`,
        'Expected the copy of a ballot that was cast; another try has another file.',
      ],
    })
  }
}
