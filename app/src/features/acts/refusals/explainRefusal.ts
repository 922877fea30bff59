/** Says why a contract refused, and what to do, in the language of the page. */
import type { MessageDescriptor } from '@lingui/core'
import { nameValues } from '../../../../../chain/contractErrors.ts'
import { refusals } from './refusals.ts'

export type Explanation = {
  /** What is wrong, in one sentence. */
  sentence: MessageDescriptor
  /** What to do. */
  advice: MessageDescriptor
}

/** None for an error that no contract of ours has. */
export function explainRefusal(
  errorName: string,
  values: readonly unknown[],
): Explanation | undefined {
  const named = nameValues(errorName, values)
  if (!named || !Object.hasOwn(refusals, errorName)) return undefined
  // The ABI gave the names, so it is the type that the table asks for.
  const explain = refusals[errorName as keyof typeof refusals] as (
    values: object,
  ) => Explanation
  return explain(named)
}
