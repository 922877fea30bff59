/** What a trustee keeps secret, of any number of rounds and attempts: its JSON. */
import { type Address, type Hash, type Hex, isAddressEqual, isHex } from 'viem'
import { BaseError } from '../../protocol/errors.ts'
import type { TrusteeState } from '../../protocol/keyPackage.ts'
import type { RoundId } from '../../protocol/typedData.ts'

export type TrusteeFile = {
  format: typeof format
  version: typeof version
  rounds: readonly KeptRound[]
}

export type KeptRound = {
  chainId: number
  round: Address
  /** By number, each at most once. */
  attempts: readonly KeptAttempt[]
}

export type KeptAttempt = {
  /** Written before the package is sent. */
  state: TrusteeState
  /** Written before the keys are confirmed. */
  received?: Received
}

/** What came of the others' shares. */
export type Received = {
  /** Of all packages and shares messages: others need another look. */
  messages: Hash
} & (
  | { ballotShare: Hex; lotteryShare: Hex }
  /** Trustees whose share was bad. */
  | { accused: readonly number[] }
)

const format = 'dure-trustee'
const version = 1

export const emptyFile: TrusteeFile = { format, version, rounds: [] }

/** What is kept of an attempt, if anything. */
export function findAttempt(
  file: TrusteeFile,
  id: RoundId,
  attempt: number,
): KeptAttempt | undefined {
  const round = file.rounds.find(isOf(id))
  return round?.attempts.find(({ state }) => state.attempt === attempt)
}

/** The file with this attempt added, or in the place of what was kept of it. */
export function withAttempt(
  file: TrusteeFile,
  id: RoundId,
  kept: KeptAttempt,
): TrusteeFile {
  const before = file.rounds.find(isOf(id))
  const others = (before?.attempts ?? []).filter(
    ({ state }) => state.attempt !== kept.state.attempt,
  )
  const attempts = [...others, kept]
  const round = { chainId: Number(id.chainId), round: id.round, attempts }
  const rest = file.rounds.filter((one) => one !== before)
  return { ...file, rounds: [...rest, round] }
}

export function printTrusteeFile(file: TrusteeFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

export function parseTrusteeFile(text: string): TrusteeFile {
  const content = parseJson(text)
  if (!isRecord(content) || content['format'] !== format)
    throw new TrusteeFileError('it is no trustee file')
  if (content['version'] !== version)
    throw new TrusteeFileError(`its version is ${String(content['version'])}`)
  const { rounds } = content
  if (!Array.isArray(rounds) || !rounds.every(isKeptRound))
    throw new TrusteeFileError('a round in it is not whole')
  return { format, version, rounds }
}

function isOf({ chainId, round }: RoundId): (kept: KeptRound) => boolean {
  return (kept) =>
    BigInt(kept.chainId) === chainId && isAddressEqual(kept.round, round)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TrusteeFileError('its content is no JSON', cause)
  }
}

function isKeptRound(value: unknown): value is KeptRound {
  return (
    isRecord(value) &&
    Number.isSafeInteger(value['chainId']) &&
    isHex(value['round']) &&
    Array.isArray(value['attempts']) &&
    value['attempts'].every(isKeptAttempt)
  )
}

function isKeptAttempt(value: unknown): value is KeptAttempt {
  if (!isRecord(value) || !isRecord(value['state'])) return false
  const { received, state } = value
  return (
    ['separator', 'transportSecret', 'package'].every((key) =>
      isHex(state[key]),
    ) &&
    ['attempt', 'trustee'].every((key) => Number.isSafeInteger(state[key])) &&
    isHexes(state['ballotPolynomial']) &&
    isHexes(state['lotteryPolynomial']) &&
    (received === undefined || isReceived(received))
  )
}

function isReceived(value: unknown): value is Received {
  if (!isRecord(value) || !isHex(value['messages'])) return false
  const { accused, ballotShare, lotteryShare } = value
  return (
    (isHex(ballotShare) && isHex(lotteryShare)) ||
    (Array.isArray(accused) && accused.every(Number.isSafeInteger))
  )
}

function isHexes(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => isHex(item))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export class TrusteeFileError extends BaseError {
  override name = 'TrusteeFileError'

  constructor(reason: string, cause?: unknown) {
    super(`The trustee file cannot be used: ${reason}.`, {
      metaMessages: [
        `Expected ${format}, version ${version}, as \`dure trustee init\` makes it.`,
      ],
      cause,
    })
  }
}
