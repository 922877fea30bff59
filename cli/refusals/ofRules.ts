/** Refusals of rules that could never finish. */
import { momentNames } from '../../protocol/rules.ts'
import { localTime } from '../frame/describeTime.ts'
import { grouped } from '../printing.ts'
import { roleName } from './names.ts'
import type { ErrorName, Explains } from './refusal.ts'

export function timeName(index: bigint | number): string {
  return momentNames[Number(index)] ?? `time ${index}`
}

export const ofRules: Explains<Extract<ErrorName, `Rules_${string}`>> = {
  Rules_TimeOrder: ({ earliest, index, time }) => ({
    sentence: `${timeName(index)} is ${localTime(Number(time))}, which is too early.`,
    advice: `Expected ${localTime(Number(earliest))} or later.`,
  }),
  Rules_HolderMissing: ({ role }) => ({
    sentence: `Nobody holds the role of ${roleName(role)}.`,
    advice: 'Name an address that is not zero.',
  }),
  Rules_DocumentMissing: () => ({
    sentence: 'The round’s document has no digest.',
    advice: 'Publish a document of the round, and give its sha2-256 digest.',
  }),
  Rules_Reviewers: ({ reviewers, seatsPerCommunity }) => ({
    sentence: `${seatsPerCommunity} seats a community and a jury of ${reviewers} do not go together.`,
    advice:
      'With owners: 1 or more seats a community and no jury. Without: a jury of 1 or more and no seats.',
  }),
  Rules_ReviewerCount: ({ count, most }) => ({
    sentence: `${grouped(count)} reviewers are too many.`,
    advice: `Expected at most ${grouped(most)}.`,
  }),
  Rules_ListLength: ({ listLength, most }) => ({
    sentence: `A list cannot have ${listLength} proposals.`,
    advice: `Expected 0 (all proposals) or 2 to ${most}; with Borda at most 15.`,
  }),
  Rules_ValueCount: ({ most, values }) => ({
    sentence: `A ballot would have ${grouped(values)} values (proposals times criteria).`,
    advice: `Expected 1 to ${most}: make the list shorter, or the criteria fewer.`,
  }),
  Rules_Weights: ({ index }) => ({
    sentence: `The weight of criterion ${index + 1n} is 0 or missing.`,
    advice: 'Expected 1 to 65535 for each criterion.',
  }),
  Rules_MaxScore: () => ({
    sentence: 'The highest score is 0.',
    advice: 'Expected 1 to 255.',
  }),
  Rules_BallotLimit: ({ limit, most }) => ({
    sentence: `A reviewer cannot have ${limit} ballots.`,
    advice: `Expected 1 (the first is final) to ${most} (the last one counts).`,
  }),
  Rules_SeatsOrBudget: ({ budget, seats }) => ({
    sentence: `${seats} seats and a budget of ${grouped(budget)} do not go together.`,
    advice: 'Set exactly one of them.',
  }),
  Rules_Quota: ({ index, seats, sum }) => ({
    sentence: `Quota ${index + 1n} is wrong, or the quotas (${sum}) do not add up to the seats (${seats}).`,
    advice:
      'Name each category once, at most 32, each with 1 seat or more; they add up to the seats.',
  }),
  Rules_RosterBounds: ({ least, most }) => ({
    sentence: `No number of proposals fits these rules: they need ${grouped(least)} and allow ${grouped(most)}.`,
    advice: 'Make lists shorter, seats fewer, or criteria fewer.',
  }),
  Rules_SumOverflow: ({ bound, most }) => ({
    sentence: `A proposal’s points could reach ${grouped(most)}, more than ${grouped(bound)}.`,
    advice: 'Make weights, scores or the number of reviewers smaller.',
  }),
  Rules_MinOpened: ({ minOpened }) => ({
    sentence: `The least part of ballots to be opened is ${minOpened}/10,000.`,
    advice: 'Expected 0 to 10,000.',
  }),
  Rules_DrawDelay: ({ drawDelay, most }) => ({
    sentence: `The draw cannot wait ${drawDelay} blocks.`,
    advice: `Expected 1 to ${grouped(most)}.`,
  }),
  Rules_Trustees: ({ count, most, threshold }) => ({
    sentence: `${threshold} of ${count} trustees is not possible.`,
    advice: `Expected 1 of 1, or at least 2 of at most ${most}.`,
  }),
  Rules_TrusteeListed: ({ trustee }) => ({
    sentence: `The trustee ${trustee} is named twice, or is nobody.`,
    advice: 'Name each trustee once.',
  }),
  Rules_Verifier: ({ verifier }) => ({
    sentence: `The verifier ${verifier} has no code, or there are more than 4.`,
    advice: 'Name contracts on this chain, such as `dure deploy` prints.',
  }),
}
