/** What a contract refused, by the name and values of its error. */
import { BaseError } from '../protocol/errors.ts'
import { inputsOf } from './contractErrors.ts'

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
