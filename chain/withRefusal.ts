/** Turns a contract's revert into an error that names it with its values. */
import { BaseError as ViemError, ContractFunctionRevertedError } from 'viem'
import { isNodeFault } from './nodeFault.ts'
import { RefusedError, UnnamedRefusalError } from './refusedError.ts'

/** Runs a call and lets a contract's refusal out as {@link RefusedError}. */
export async function withRefusal<result>(
  functionName: string,
  call: () => Promise<result>,
): Promise<result> {
  try {
    return await call()
  } catch (error) {
    throw toRefusal(functionName, error)
  }
}

function toRefusal(functionName: string, error: unknown): unknown {
  const reverted =
    error instanceof ViemError &&
    error.walk((inner) => inner instanceof ContractFunctionRevertedError)
  if (!(reverted instanceof ContractFunctionRevertedError)) return error
  // viem takes any internal error of a node for a revert.
  if (isNodeFault(error)) return error
  const { data, details } = reverted
  if (data === undefined)
    return new UnnamedRefusalError({ functionName, details, cause: error })
  const { errorName, args: values = [] } = data
  return new RefusedError({ functionName, errorName, values, cause: error })
}
