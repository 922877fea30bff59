/** What all checks say, each of them, in both languages. */
import type { CheckName } from '../checkNames.ts'
import type { Sentence } from '../finding.ts'
import { ballotsSentences } from './ballots.ts'
import { chainSentences } from './chain.ts'
import { keysSentences } from './keys.ts'
import { proposalsSentences } from './proposals.ts'
import { resultSentences } from './result.ts'
import { rulesSentences } from './rules.ts'
import { type CheckSentences, say } from './say.ts'
import { stateSentences } from './state.ts'

export const sentences = {
  ...chainSentences,
  ...rulesSentences,
  ...proposalsSentences,
  ...keysSentences,
  ...ballotsSentences,
  ...resultSentences,
  ...stateSentences,
} satisfies Record<CheckName, CheckSentences>

/** What a check is about, in a few words. */
export function titleOf(check: CheckName): Sentence {
  return sentences[check].title
}

export function notThereYet(check: CheckName): Sentence {
  const { ko, en } = titleOf(check)
  return say(
    `아직 확인할 것이 없습니다: ${ko}.`,
    `There is nothing to check yet: ${en}.`,
  )
}

export function becauseOf(check: CheckName, cause: CheckName): Sentence {
  const { ko, en } = titleOf(check)
  const because = titleOf(cause)
  return say(
    `확인하지 못했습니다: ${ko}. 앞선 확인(${because.ko})이 실패했습니다.`,
    `Not checked: ${en}. It builds on ${because.en}, where something is wrong.`,
  )
}

export function andMore(count: number): Sentence {
  return say(`이런 것이 ${count}개 더 있습니다.`, `And ${count} more of these.`)
}

export function couldNotRun(check: CheckName): Sentence {
  const { ko, en } = titleOf(check)
  return say(
    `기록이 어그러져 확인할 수 없습니다: ${ko}.`,
    `The record is too broken to check: ${en}.`,
  )
}
