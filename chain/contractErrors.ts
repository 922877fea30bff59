/** The errors that our contracts can refuse with, by the generated ABIs. */
import type { AbiParameter, AbiParameterToPrimitiveType } from 'viem'
import { receiptsAbi, roundAbi, roundFactoryAbi } from './generated/abis.ts'

type Item =
  | (typeof roundAbi)[number]
  | (typeof roundFactoryAbi)[number]
  | (typeof receiptsAbi)[number]
type ErrorItem = Extract<Item, { type: 'error' }>

/** Of a round, a factory or the receipts. */
export type ErrorName = ErrorItem['name']

/** Its values by their names. */
export type ErrorValues<name extends ErrorName> = {
  [
    input in Extract<
      ErrorItem,
      { name: name }
    >['inputs'][number] as input['name']
  ]: AbiParameterToPrimitiveType<input>
}

/** The values of an error as the contract declares them; none if it is not ours. */
export function inputsOf(
  errorName: string,
): readonly AbiParameter[] | undefined {
  for (const item of [...roundAbi, ...roundFactoryAbi, ...receiptsAbi])
    if (item.type === 'error' && item.name === errorName) return item.inputs
  return undefined
}

/** The values by the names that the contract gives them. */
export function nameValues(
  errorName: string,
  values: readonly unknown[],
): Record<string, unknown> | undefined {
  const inputs = inputsOf(errorName)
  if (!inputs) return undefined
  const named = inputs.map(({ name }, index) => [name ?? '', values[index]])
  return Object.fromEntries(named) as Record<string, unknown>
}
