/** Sends sealed ballots of any reviewers as one page. */
import { concatBytes } from '@noble/curves/utils.js'
import { bytesToHex, hexToBytes, toFunctionSelector } from 'viem'
import { readCast, type SkippedBallot } from '../../chain/castBallots.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import { readRound } from '../../chain/readRound.ts'
import { mostBallotsPerPage, parseBatch } from '../../protocol/ballot.ts'
import { perform, roundCall, toJsonTransactions } from '../frame/act.ts'
import { report } from '../frame/report.ts'
import type { RoundActSession } from '../frame/session.ts'
import type { RoundContext } from '../roundContext.ts'
import { UsageError } from '../usageError.ts'
import {
  BallotFileError,
  readBallotFile,
  type SealedBallotFile,
} from './ballotFiles.ts'

export async function sendSealed(
  session: RoundActSession,
  context: RoundContext,
  files: readonly string[],
): Promise<void> {
  if (files.length > mostBallotsPerPage)
    throw new UsageError(
      `${files.length} ballots are too many for one page.`,
      `Expected at most ${mostBallotsPerPage}: send them in several turns.`,
    )
  const sealed = await readSealed(session, context, files)
  const { round } = context
  const batch = concatBytes(...sealed.map(({ ballot }) => hexToBytes(ballot)))
  const receipts = await perform(session, {
    title: 'Send sealed ballots as one page',
    facts: [
      ['round', round],
      ['ballots', String(sealed.length)],
      ['reviewers', sealed.map(({ reviewer }) => reviewer).join(', ')],
    ],
    warning: 'A ballot that is recorded stays; a later version can replace it.',
    calls: [roundCall(round, 'castBallots', [bytesToHex(batch)])],
  })
  const [receipt] = receipts
  if (!receipt) {
    report(session, {
      text: 'Nothing was sent.',
      json: { round, isDryRun: true, transactions: [] },
    })
    return
  }
  const { ballots, page, skipped } = readCast(receipt)
  if (skipped.length > 0) session.surroundings.checkFailed()
  report(session, {
    text: [
      `${ballots} of ${sealed.length} ballots are recorded, sealed${page === 0 ? '' : `, as page ${page}`}.`,
      ...skipped.map(describeSkipped),
    ].join('\n'),
    json: {
      round,
      page,
      ballots,
      skipped: skipped.map((one) => ({ ...one, reason: nameOf(one) })),
      isDryRun: false,
      transactions: toJsonTransactions(receipts),
    },
  })
}

/** A file that is cut short would take the others with it. */
async function readSealed(
  { reader }: RoundActSession,
  context: RoundContext,
  files: readonly string[],
): Promise<SealedBallotFile[]> {
  const { round } = context
  const call = { round, functionName: 'ballotSize', args: [] } as const
  const [, envelope] = await readRound(reader, call)
  const sealed: SealedBallotFile[] = []
  for (const file of files) {
    const content = await readBallotFile(file, context, ['dure-sealed-ballot'])
    requireOneBallot(file, content, Number(envelope))
    sealed.push(content)
  }
  return sealed
}

function requireOneBallot(
  file: string,
  { ballot, ballotVersion, reviewer }: SealedBallotFile,
  envelopeLength: number,
): void {
  try {
    const [only, ...others] = parseBatch(hexToBytes(ballot), { envelopeLength })
    const isIt =
      only?.reviewer === reviewer &&
      only.version === ballotVersion &&
      others.length === 0
    if (isIt) return
  } catch (cause) {
    throw new BallotFileError({
      file,
      reason: 'its ballot is not whole',
      cause,
    })
  }
  throw new BallotFileError({
    file,
    reason: 'its ballot is not the one that it names',
  })
}

function describeSkipped(skipped: SkippedBallot): string {
  return `Skipped: reviewer ${skipped.reviewer}, version ${skipped.version} (${nameOf(skipped)}).`
}

/** The error that a direct cast would give, by its selector. */
function nameOf({ reason }: SkippedBallot): string {
  for (const item of roundAbi) {
    if (item.type !== 'error') continue
    const types = item.inputs.map(({ type }) => type).join()
    const signature = `function ${item.name}(${types})`
    if (toFunctionSelector(signature) === reason) return item.name
  }
  return reason
}
