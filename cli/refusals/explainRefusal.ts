/** Says why a contract refused, in words, and what to do. */
import {
  receiptsAbi,
  roundAbi,
  roundFactoryAbi,
} from '../../chain/generated/abis.ts'
import type { Explanation } from './refusal.ts'
import { refusals } from './refusals.ts'

/** None for an error that no contract of ours has. */
export function explainRefusal(
  errorName: string,
  values: readonly unknown[],
  now: number,
): Explanation | undefined {
  const names = valueNamesOf(errorName)
  if (names === undefined || !Object.hasOwn(refusals, errorName))
    return undefined
  const named = names.map((name, index) => [name, values[index]] as const)
  // The ABI gave the names, so it is the type that the table asks for.
  const explain = refusals[errorName as keyof typeof refusals] as (
    values: object,
    now: number,
  ) => Explanation
  return explain(Object.fromEntries(named), now)
}

function valueNamesOf(errorName: string): string[] | undefined {
  for (const item of [...roundAbi, ...roundFactoryAbi, ...receiptsAbi])
    if (item.type === 'error' && item.name === errorName)
      return item.inputs.map(({ name }) => name)
  return undefined
}
