/** Files of a reviewer: a sealed ballot, the own copy of it, a signed opening. */
import { readFile } from 'node:fs/promises'
import { type Address, type Hex, isAddress, isAddressEqual, isHex } from 'viem'
import { BaseError } from '../../protocol/errors.ts'
import type { RoundId } from '../../protocol/typedData.ts'

/** Which ballot of which round a file is about. */
export type BallotPlace = {
  chainId: number
  round: Address
  reviewer: number
  ballotVersion: number
}

/** Signed and encrypted: whoever has it can send it, and nobody read it. */
export type SealedBallotFile = BallotPlace & {
  format: 'dure-sealed-ballot'
  version: 1
  /** Packed as `castBallots` takes it. */
  ballot: Hex
}

/** What the reviewer alone should have: it tells the scores. */
export type OwnBallotFile = BallotPlace & {
  format: 'dure-own-ballot'
  version: 1
  proposals: readonly number[]
  values: readonly number[]
  /** 16 bytes. */
  salt: Hex
  seal: Hex
}

/** Opens the own ballot where the key never came; anyone can send it. */
export type SignedOpeningFile = BallotPlace & {
  format: 'dure-signed-opening'
  version: 1
  values: readonly number[]
  salt: Hex
  /** `kind ‖ body`, over Opening(reviewer, seal). */
  signature: Hex
}

export type BallotFile = SealedBallotFile | OwnBallotFile | SignedOpeningFile

/** What each kind has beside format, version and place. */
const fields = {
  'dure-sealed-ballot': { ballot: isHexText },
  'dure-own-ballot': {
    proposals: areNumbers,
    values: areNumbers,
    salt: isSalt,
    seal: isHexText,
  },
  'dure-signed-opening': {
    values: areNumbers,
    salt: isSalt,
    signature: isHexText,
  },
} as const

export async function readBallotFile<format extends BallotFile['format']>(
  file: string,
  { chainId, round }: RoundId,
  formats: readonly format[],
): Promise<Extract<BallotFile, { format: format }>> {
  const content = parse(file, await readText(file))
  const isWanted = formats.some((format) => format === content.format)
  if (!isWanted)
    throw new BallotFileError({
      file,
      reason: `it is a ${content.format}, and ${formats.join(' or ')} was expected`,
    })
  const isHere = isAddressEqual(content.round, round)
  if (!isHere || BigInt(content.chainId) !== chainId)
    throw new OtherRoundError({ file, ...content })
  return content as Extract<BallotFile, { format: format }>
}

function parse(file: string, text: string): BallotFile {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw new BallotFileError({ file, reason: 'it is no JSON', cause })
  }
  const reason = findFault(content)
  if (reason !== undefined) throw new BallotFileError({ file, reason })
  return content as BallotFile
}

function findFault(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null) return 'it is no object'
  const record = content as Record<string, unknown>
  const { format } = record
  if (typeof format !== 'string' || !isFormat(format)) return 'its format'
  if (record['version'] !== 1) return 'its version is not 1'
  const { chainId, round, reviewer, ballotVersion } = record
  if (![chainId, reviewer, ballotVersion].every(isNumber))
    return 'a number is missing: chainId, reviewer or ballotVersion'
  if (typeof round !== 'string' || !isAddress(round)) return 'its round'
  for (const [name, isRight] of Object.entries(fields[format]))
    if (!isRight(record[name])) return `its ${name}`
  return undefined
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new BallotFileError({ file, reason: 'it cannot be read', cause })
  }
}

function isFormat(text: string): text is BallotFile['format'] {
  return Object.hasOwn(fields, text)
}

function isHexText(value: unknown): boolean {
  return isHex(value) && value.length % 2 === 0 && value.length > 2
}

function isSalt(value: unknown): boolean {
  return isHex(value) && value.length === 34
}

function areNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every(isNumber)
}

function isNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

export class BallotFileError extends BaseError {
  override name = 'BallotFileError'

  constructor({
    file,
    reason,
    cause,
  }: {
    file: string
    reason: string
    cause?: unknown
  }) {
    super(`${file} cannot be used: ${reason}.`, {
      metaMessages: ['docs/files.md tells what such files hold.'],
      cause,
    })
  }
}

export class OtherRoundError extends BaseError {
  override name = 'OtherRoundError'

  constructor({ chainId, file, round }: BallotPlace & { file: string }) {
    super(`${file} belongs to another round.`, {
      metaMessages: [
        `It is of ${round} on chain ${chainId}: name that round with --round.`,
      ],
    })
  }
}
