/** A draft to begin with: the templates of `dure round template`, with words to start from. */
import { bytesToHex, type Hex } from 'viem'
import {
  rulesTemplate,
  type TemplateKind,
} from '../../../../../protocol/rulesFile/template.ts'
import type { Both, Draft, Extras } from './draft.ts'
import { fromRulesFile, type RulesFields } from './fromRulesFile.ts'

export const noWords: Both = { ko: '', en: '' }

const firstCriteria = [
  {
    name: { ko: '도움', en: 'Benefit' },
    question: {
      ko: '주민에게 도움이 되나요?',
      en: 'Does it help the people who live here?',
    },
  },
  {
    name: { ko: '실현', en: 'Feasibility' },
    question: {
      ko: '정한 기간과 예산으로 해낼 수 있나요?',
      en: 'Can it be done in the time and with the money?',
    },
  },
]
/** What each kind of round usually has. */
const expectedProposals: Readonly<Record<TemplateKind, string>> = {
  communities: '872',
  jury: '60',
  everyone: '12',
  budget: '40',
}

export type Given = { now: number; verifiers: readonly string[] }

/** Times begin at a full minute. */
export function newDraft(kind: TemplateKind, { now, verifiers }: Given): Draft {
  const start = Math.ceil(now / 60) * 60
  const template = rulesTemplate(kind) as Record<string, unknown>
  const fields = fromRulesFile(template, start)
  return joinDraft(
    { ...fields, verifiers: [...verifiers] },
    {
      ...newExtras(),
      proposals: expectedProposals[kind],
      criteria: fields.weights.map((weight, index) => ({
        weight,
        name: firstCriteria[index]?.name ?? noWords,
        question: firstCriteria[index]?.question ?? noWords,
      })),
      scale: firstScale(fields.maxScore),
      meanAsk: kind === 'budget' ? '20000000' : '',
    },
  )
}

/** With a salt and random bits of its own. */
export function newExtras(): Extras {
  return {
    isPractice: false,
    salt: randomHex(32),
    random: randomHex(16).slice(2),
    name: noWords,
    purpose: noWords,
    whoMayTakePart: noWords,
    currency: 'KRW',
    categories: [],
    criteria: [],
    scale: [],
    ...{ safe: '', proposals: '', meanAsk: '' },
    ...{ trials: '3', gwei: '1', etherPrice: '4000000' },
  }
}

/** Criteria without words get their places at least. */
export function joinDraft(
  { weights, ...fields }: RulesFields,
  extras: Extras,
): Draft {
  const criteria = weights.map((weight, index) => ({
    name: extras.criteria[index]?.name ?? noWords,
    question: extras.criteria[index]?.question ?? noWords,
    weight,
  }))
  return { ...fields, ...extras, criteria, attempts: [], seen: [] }
}

export function firstScale(maxScore: string): Draft['scale'] {
  return [
    { value: '1', name: { ko: '전혀 아니다', en: 'Not at all' } },
    { value: maxScore, name: { ko: '매우 그렇다', en: 'Very much' } },
  ]
}

function randomHex(size: number): Hex {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(size)))
}
