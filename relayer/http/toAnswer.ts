/** Turns what was thrown into an answer: a name, its values, and words for people. */
import { BaseError as ViemError } from 'viem'
import { HTTPException } from 'hono/http-exception'
import * as v from 'valibot'
import { inputsOf } from '../../chain/contractErrors.ts'
import { RefusedError, UnnamedRefusalError } from '../../chain/refusedError.ts'
import { BaseError } from '../../protocol/errors.ts'
import {
  type DatabaseFault,
  toDatabaseFault,
} from '../storage/databaseFault.ts'
import { explain } from '../messages/explain.ts'
import type { Params } from '../messages/message.ts'

export const errorSchema = v.object({
  /** The contract's name of the error, or the relayer's. */
  error: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  message: v.object({ ko: v.string(), en: v.string() }),
})
export type ErrorBody = v.InferOutput<typeof errorSchema>

/** What a refusal can come with. */
export type RefusalStatus =
  400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507

export type Answer = { status: RefusalStatus; body: ErrorBody }

/** The relayer's own errors, by their names. */
const statuses: Readonly<Record<string, RefusalStatus>> = {
  RequestInvalidError: 400,
  CidInvalidError: 400,
  ActUnknownError: 404,
  DocumentUnknownError: 404,
  TicketMalformedError: 400,
  NotSignedInError: 401,
  SignInRefusedError: 401,
  NotAllowedError: 403,
  BallotUnknownError: 404,
  RoundUnknownError: 404,
  EnrolmentUnknownError: 404,
  SeatUnknownError: 404,
  TicketUnknownError: 404,
  EnrolmentClosedError: 409,
  KeyTakenError: 409,
  NoAppError: 409,
  NoRetentionError: 409,
  NoRosterError: 409,
  NoTicketError: 409,
  RetentionDoneError: 409,
  TicketReplacedError: 409,
  TicketSpentError: 409,
  VersionTakenError: 409,
  TooLateError: 409,
  ActUnderWayError: 409,
  DocumentDeletedError: 410,
  TooLargeError: 413,
  DocumentTypeError: 415,
  DigestMismatchError: 422,
  DocumentBareError: 422,
  DocumentMissingError: 422,
  SignedElsewhereError: 422,
  ContactTableError: 422,
  EnrolmentSignatureError: 422,
  RegistrarSignatureError: 422,
  RetentionTimeError: 422,
  TooManyError: 429,
  ActsExhaustedError: 429,
  DocumentDamagedError: 500,
  DatabaseUnavailableError: 503,
  TimedOutError: 503,
  DiskFullError: 507,
  DocumentsFullError: 507,
}

export function toAnswer(error: unknown): Answer {
  if (error instanceof HTTPException) return ofHttp(error)
  if (error instanceof RefusedError)
    return answer(422, error.errorName, nameValues(error))
  if (error instanceof ViemError || error instanceof UnnamedRefusalError)
    return answer(503, 'NodeUnavailable')
  if (error instanceof BaseError) {
    const status = statuses[error.name]
    if (status !== undefined)
      return answer(status, error.name.replace(/Error$/, ''), fieldsOf(error))
  }
  const fault = toDatabaseFault(error)
  return fault ? ofFault(fault) : answer(500, 'Internal')
}

/** What the database said stays inside. */
function ofFault(fault: DatabaseFault): Answer {
  const status = statuses[fault.name] ?? 503
  return answer(status, fault.name.replace(/Error$/, ''))
}

/** Of Hono itself: JSON that is none, or a request that took too long. */
function ofHttp({ cause, status }: HTTPException): Answer {
  if (cause instanceof BaseError) return toAnswer(cause)
  if (status >= 500) return answer(500, 'Internal')
  return answer(400, 'RequestInvalid', { reason: 'JSON was expected.' })
}

export function answer(
  status: RefusalStatus,
  error: string,
  params: Params = {},
): Answer {
  return { status, body: { error, params, message: explain(error, params) } }
}

/** As the contract declares them. */
function nameValues({ errorName, values }: RefusedError): Params {
  const inputs = inputsOf(errorName) ?? []
  return Object.fromEntries(
    values.map((value, index) => [
      inputs[index]?.name ?? `value${index + 1}`,
      toJson(value),
    ]),
  )
}

const ofEveryError = ['cause', 'name', 'shortMessage', 'metaMessages', 'stack']

/** What an error of ours carries beside its text. */
function fieldsOf(error: BaseError): Params {
  const fields = Object.entries(error).filter(
    ([name]) => !ofEveryError.includes(name),
  )
  return Object.fromEntries(
    fields.map(([name, value]) => [name, toJson(value)]),
  )
}

function toJson(value: unknown): string | number | boolean {
  if (typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'bigint' && value <= BigInt(Number.MAX_SAFE_INTEGER))
    return Number(value)
  return String(value)
}
