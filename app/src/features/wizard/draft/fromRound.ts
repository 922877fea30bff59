/** A draft like an earlier round: its rules, words and holders; later times, a new document. */
import { jsonText } from '../../../../../protocol/jsonText.ts'
import {
  type Holders,
  momentNames,
  type Rules,
} from '../../../../../protocol/rules.ts'
import type { RoundText, Words } from '../../../documents/roundDocument.ts'
import type { Both, Draft } from './draft.ts'
import { fromRulesFile, toObject, toPeriod } from './fromRulesFile.ts'
import { joinDraft, newExtras } from './newDraft.ts'

export type EarlierRound = {
  rules: Rules
  holders: Holders
  /** None where no relayer has the document any more. */
  text: RoundText | undefined
  /** Proposals on its roster. */
  proposals: number
}

/** The first time is two weeks from now, as in the templates. */
const untilFirst = 14 * 86_400

export function fromRound(earlier: EarlierRound, now: number): Draft {
  const { holders, proposals, rules, text } = earlier
  // As a file has it: amounts as digits, no enums.
  const content = toObject(JSON.parse(jsonText({ ...rules, holders })))
  return {
    ...joinDraft(
      { ...fromRulesFile(content, now), ...laterTimes(rules, now) },
      {
        ...newExtras(),
        ...(text ? wordsOf(text) : {}),
        proposals: proposals === 0 ? '' : String(proposals),
      },
    ),
  }
}

function laterTimes(
  { times }: Rules,
  now: number,
): Pick<Draft, 'times' | 'periods'> {
  const first = Math.ceil((now + untilFirst) / 60) * 60
  const shift = first - times.registerUntil
  const moments = momentNames.map((name) => [name, times[name] + shift])
  return {
    times: Object.fromEntries(moments) as Draft['times'],
    periods: {
      rollNotice: toPeriod(times.rollNotice),
      objectionPeriod: toPeriod(times.objectionPeriod),
      answerPeriod: toPeriod(times.answerPeriod),
    },
  }
}

function wordsOf(text: RoundText) {
  return {
    name: toBoth(text.name),
    purpose: toBoth(text.purpose),
    whoMayTakePart: toBoth(text.whoMayTakePart),
    currency: text.currency,
    categories: text.categories.map(({ name, number }) => ({
      ...{ number: String(number), name: toBoth(name) },
    })),
    criteria: text.criteria.map(({ name, question, weight }) => ({
      weight: String(weight),
      ...{ name: toBoth(name), question: toBoth(question) },
    })),
    scale: text.scale.map(({ name, value }) => ({
      ...{ value: String(value), name: toBoth(name) },
    })),
  }
}

function toBoth({ en = '', ko = '' }: Words): Both {
  return { ko, en }
}
