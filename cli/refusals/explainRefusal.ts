/** Says why a contract refused, in words, and what to do. */
import { nameValues } from '../../chain/contractErrors.ts'
import type { Explanation } from './refusal.ts'
import { refusals } from './refusals.ts'

/** None for an error that no contract of ours has. */
export function explainRefusal(
  errorName: string,
  values: readonly unknown[],
  now: number,
): Explanation | undefined {
  const named = nameValues(errorName, values)
  if (!named || !Object.hasOwn(refusals, errorName)) return undefined
  // The ABI gave the names, so it is the type that the table asks for.
  const explain = refusals[errorName as keyof typeof refusals] as (
    values: object,
    now: number,
  ) => Explanation
  return explain(named, now)
}
