/** What a refusal says: typed by the errors of the generated ABIs. */
import type { AbiParameterToPrimitiveType } from 'viem'
import type {
  receiptsAbi,
  roundAbi,
  roundFactoryAbi,
} from '../../chain/generated/abis.ts'

type Item =
  | (typeof roundAbi)[number]
  | (typeof roundFactoryAbi)[number]
  | (typeof receiptsAbi)[number]
type ErrorItem = Extract<Item, { type: 'error' }>

/** Every error that a round, a factory or the receipts can refuse with. */
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

export type Explanation = {
  /** What is wrong, in one sentence. */
  sentence: string
  /** What to do. */
  advice: string
}

export type Explain<name extends ErrorName> = (
  values: ErrorValues<name>,
  /** Unix time, for times that are told as near or far. */
  now: number,
) => Explanation

/** All errors whose names begin so, less those told elsewhere. */
export type Explains<name extends ErrorName> = {
  readonly [key in name]: Explain<key>
}
