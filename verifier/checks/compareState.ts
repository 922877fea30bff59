/** Makes a check that compares the contract's answers with the history. */
import type { CheckName } from '../checkNames.ts'
import type { Place } from '../finding.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { stateSentences } from '../sentences/state.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'

type Value = string | number | bigint | boolean

/** One answer: where it stands, what it must be and what it is. */
export type Answer = readonly [where: Place, expected: Value, actual: Value]

/** `read` answers nothing where it is too early to ask. */
export function compareState(
  name: keyof typeof stateSentences,
  needs: readonly CheckName[],
  read: (context: CheckContext) => readonly Answer[],
): Check {
  const say = stateSentences[name]
  return {
    name,
    needs,
    run(context) {
      const answers = read(context)
      if (answers.length === 0) return absent(notThereYet(name))
      const failures = answers.flatMap(([where, right, given]): Problem[] => {
        const [expected, actual] = [toText(right), toText(given)]
        if (expected === actual) return []
        return [{ where, expected, actual, sentence: say.other() }]
      })
      return passed(say.passed({ answers: answers.length }), { failures })
    },
  }
}

/** One answer for each of the first `count` numbers. */
export function forEach(
  count: number,
  answer: (index: number) => Answer,
): Answer[] {
  return Array.from({ length: count }, (_, index) => answer(index))
}

/** Addresses and hashes come in two spellings. */
function toText(value: Value): string {
  const text = String(value)
  return text.startsWith('0x') ? text.toLowerCase() : text
}
