/** What a refusal says to people: typed by the errors of the generated ABIs. */
import type { MessageDescriptor } from '@lingui/core'
import type {
  ErrorName,
  ErrorValues,
} from '../../../../../chain/contractErrors.ts'

export type Explanation = {
  /** What is wrong, in one sentence. */
  sentence: MessageDescriptor
  /** What to do. */
  advice: MessageDescriptor
}

export type Explains<name extends ErrorName> = {
  readonly [key in name]: (values: ErrorValues<key>) => Explanation
}
