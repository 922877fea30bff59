/** Says on stderr what went wrong, without a stack unless DEBUG is set. */
import { inspect } from 'node:util'
import { CommanderError } from 'commander'
import { BaseError as ViemError } from 'viem'
import { RefusedError } from '../chain/refusedError.ts'
import { BaseError } from '../protocol/errors.ts'
import { exitCodes } from './exitCodes.ts'
import type { Surroundings } from './frame/surroundings.ts'
import { InterruptedError } from './interruption.ts'
import { explainRefusal } from './refusals/explainRefusal.ts'

type Telling = Pick<Surroundings, 'err' | 'env' | 'now'>

const ofProcess: Telling = {
  err: process.stderr,
  env: process.env,
  now: () => Math.floor(Date.now() / 1000),
}

/** Answers the exit code. */
export function explain(
  error: unknown,
  { err, env, now }: Telling = ofProcess,
): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.good : exitCodes.couldNotRun
  if (error instanceof InterruptedError) {
    err.write('\nStopped.\n')
    return error.exitCode
  }
  if (env['DEBUG']) err.write(`${inspect(error)}\n`)
  else err.write(`${toText(error, now())}\n`)
  return exitCodes.couldNotRun
}

function toText(error: unknown, now: number): string {
  if (error instanceof RefusedError) return refusalText(error, now)
  if (error instanceof BaseError)
    return lines(error.shortMessage, error.metaMessages)
  if (error instanceof ViemError) return nodeText(error)
  const message = error instanceof Error ? error.message : String(error)
  return lines(message, ['Set DEBUG=1 to see where it happened.'])
}

function refusalText(error: RefusedError, now: number): string {
  const { errorName, functionName, values } = error
  const refusal = explainRefusal(errorName, values, now)
  if (refusal === undefined)
    return lines(error.shortMessage, error.metaMessages)
  return lines(refusal.sentence, [
    refusal.advice,
    `(The contract refused ${functionName}: ${errorName}.)`,
  ])
}

/** Without the node's address, which may hold a key of its operator. */
function nodeText(error: ViemError): string {
  const { details, shortMessage } = error
  return lines(`The node did not do it: ${shortMessage}`, [
    ...(details && details !== shortMessage ? [details] : []),
    'Check --rpc (or DURE_RPC_URL), and that the node is up to date.',
    'Set DEBUG=1 to see more.',
  ])
}

function lines(problem: string, advice: readonly string[]): string {
  return [`dure: ${problem}`, ...advice.map((line) => `  ${line}`)].join('\n')
}
