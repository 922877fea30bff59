/** Turns a contract's revert into an error that names it with its values. */
import { BaseError as ViemError, ContractFunctionRevertedError } from 'viem'
import { BaseError } from '../protocol/errors.ts'
import { inputsOf } from './contractErrors.ts'
import { isNodeFault } from './nodeFault.ts'

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

export type RefusedErrorParameters = {
  functionName: string
  /** The Solidity error, for instance `Round_WrongPhase`. */
  errorName: string
  values: readonly unknown[]
  cause?: unknown
}

export class RefusedError extends BaseError {
  override name = 'RefusedError'
  readonly functionName: string
  readonly errorName: string
  readonly values: readonly unknown[]

  constructor({
    functionName,
    errorName,
    values,
    cause,
  }: RefusedErrorParameters) {
    const inputs = inputsOf(errorName) ?? []
    super(`The contract refused ${functionName}: ${errorName}.`, {
      metaMessages: values.map(
        (value, index) =>
          `${inputs[index]?.name ?? `value ${index + 1}`}: ${String(value)}`,
      ),
      cause,
    })
    this.functionName = functionName
    this.errorName = errorName
    this.values = values
  }
}

/** A revert without data, such as one for want of gas. */
export class UnnamedRefusalError extends BaseError {
  override name = 'UnnamedRefusalError'

  constructor({
    functionName,
    details,
    cause,
  }: {
    functionName: string
    details: string
    cause?: unknown
  }) {
    super(`The call of ${functionName} failed, and no error was named.`, {
      metaMessages: [details],
      cause,
    })
  }
}
