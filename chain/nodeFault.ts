/** Tells what a node could not answer from what it refuses. */
import { BaseError as ViemError, RpcRequestError } from 'viem'

/** The node limits how much is asked of it. */
const limitExceeded = -32_005
/** Nodes word it as they like. */
const wording =
  /internal (json-?rpc |server )?error|rate limit|too many requests|timed? ?out|overloaded|unavailable|try again/i

/** The same call may well succeed later: nothing is known of it. */
export function isNodeFault(error: unknown): boolean {
  const answer = findAnswer(error)
  if (answer === undefined || answer.data !== undefined) return false
  return answer.code === limitExceeded || wording.test(answer.details)
}

/** What the node itself said, as far as it is an answer in JSON-RPC. */
export function findAnswer(error: unknown): RpcRequestError | undefined {
  if (!(error instanceof ViemError)) return undefined
  const found = error.walk((inner) => inner instanceof RpcRequestError)
  return found instanceof RpcRequestError ? found : undefined
}
