/** Says why a contract refused, and what to do, in the language of the page. */
import { nameValues } from '../../../../../chain/contractErrors.ts'
import type { Explanation } from './explanation.ts'
import { refusals } from './refusals.ts'

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
