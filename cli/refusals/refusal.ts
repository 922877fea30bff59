/** What a refusal says: typed by the errors of the generated ABIs. */
import type { ErrorName, ErrorValues } from '../../chain/contractErrors.ts'

export type { ErrorName, ErrorValues }

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
