/** A round that is not made yet: what stands in the wizard's fields, as it was typed. */
import * as v from 'valibot'
import type { Address, Hash } from 'viem'
import {
  orderRules,
  pointsRules,
  tieRules,
} from '../../../../../protocol/rules.ts'
import { stepNames } from './steps.ts'

const text = v.fallback(v.string(), '')
const both = v.object({ ko: text, en: text })
/** Unix seconds; null where the field is empty. */
const moment = v.fallback(v.nullable(v.number()), null)

export const units = ['days', 'hours', 'minutes', 'seconds'] as const
const period = v.object({
  amount: text,
  unit: v.fallback(v.picklist(units), 'days'),
})

const hash = v.custom<Hash>(
  (value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value),
)
const address = v.custom<Address>((value) => typeof value === 'string')

/** Beside the rules: words of the document, and what only the wizard needs. */
export const extrasSchema = v.object({
  isPractice: v.fallback(v.boolean(), false),
  /** With the sender's address it fixes the round's address. */
  salt: hash,
  /** Keeps the document from being guessed once it is deleted. */
  random: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  name: both,
  purpose: both,
  whoMayTakePart: both,
  currency: v.fallback(v.string(), 'KRW'),
  categories: v.array(v.object({ number: text, name: both })),
  /** One for each weight of the rules. */
  criteria: v.array(v.object({ weight: text, name: both, question: both })),
  scale: v.array(v.object({ value: text, name: both })),
  /** A Safe that makes the round; empty: a wallet does. */
  safe: text,
  /** Proposals that are expected, and what one asks on the average. */
  proposals: text,
  meanAsk: text,
  trials: v.fallback(v.string(), '3'),
  gwei: v.fallback(v.string(), '1'),
  etherPrice: v.fallback(v.string(), '4000000'),
})

export const draftSchema = v.object({
  ...extrasSchema.entries,
  times: v.object({
    registerUntil: moment,
    rosterBy: moment,
    freezeBy: moment,
    drawBy: moment,
    reviewFrom: moment,
    close: moment,
    releaseFrom: moment,
    releaseUntil: moment,
    openUntil: moment,
  }),
  periods: v.object({
    rollNotice: period,
    objectionPeriod: period,
    answerPeriod: period,
  }),
  owners: v.boolean(),
  seatsPerCommunity: text,
  reviewers: text,
  isAll: v.boolean(),
  listLength: text,
  maxScore: text,
  pointsPerBallot: text,
  points: v.picklist(pointsRules),
  order: v.picklist(orderRules),
  ties: v.picklist(tieRules),
  ballotLimit: text,
  hasBudget: v.boolean(),
  seats: text,
  budget: text,
  quotas: v.array(v.object({ category: text, seats: text })),
  minReviews: text,
  reserveTakesWithdrawn: v.boolean(),
  /** Percent. */
  minOpened: text,
  drawDelay: text,
  holders: v.object({
    admin: text,
    registrar: text,
    screener: text,
    committee: text,
  }),
  threshold: text,
  trustees: v.array(v.string()),
  verifiers: v.array(v.string()),
  /** Where the round will be, by everybody who was asked to make it. */
  attempts: v.array(
    v.object({
      creator: address,
      round: address,
      /** Of the rules that it was asked with. */
      digest: hash,
      /** The document as it was then: its bytes are those of the digest on chain. */
      document: v.string(),
    }),
  ),
  /** Steps that were left: what is missing there is told. */
  seen: v.array(v.picklist(stepNames)),
})

export type Draft = v.InferOutput<typeof draftSchema>
export type Extras = v.InferOutput<typeof extrasSchema>
export type Both = Draft['name']
export type Period = Draft['periods']['rollNotice']
export type Attempt = Draft['attempts'][number]
