/** Refusals about the receipts of relayers. */
import { describeTime } from '../frame/describeTime.ts'
import type { Explains } from './refusal.ts'

export const ofReceipts: Explains<
  | 'Receipts_NotARound'
  | 'Receipts_RoundCancelled'
  | 'Receipts_NotDue'
  | 'Receipts_PromiseKept'
  | 'Receipts_BallotReplaced'
  | 'Receipts_NotSigned'
  | 'Receipts_AlreadyRecorded'
  | 'Receipts_UrlLength'
> = {
  Receipts_NotARound: ({ round }) => ({
    sentence: `The factory of these receipts made no round ${round}.`,
    advice: 'The receipt promises nothing about a real round.',
  }),
  Receipts_RoundCancelled: ({ round }) => ({
    sentence: `The round ${round} was cancelled, so no ballot can be recorded.`,
    advice: 'This cannot be held against the relayer.',
  }),
  Receipts_NotDue: ({ includeBy }, now) => ({
    sentence: 'The relayer can still keep its promise.',
    advice: `Wait until ${describeTime(Number(includeBy), now)}, or for the close if that is earlier.`,
  }),
  Receipts_PromiseKept: ({ reviewer, version }) => ({
    sentence: `Version ${version} of reviewer ${reviewer}’s ballot is recorded.`,
    advice: '`dure receipt` says what became of it.',
  }),
  Receipts_BallotReplaced: ({ lastVersion, reviewer, version }) => ({
    sentence: `Reviewer ${reviewer} cast version ${lastVersion} since, which replaces version ${version}.`,
    advice: 'The later ballot is the one that counts.',
  }),
  Receipts_NotSigned: ({ relayer }) => ({
    sentence: `${relayer} did not sign this receipt.`,
    advice:
      'Something in it was changed, or it is of another chain or contract.',
  }),
  Receipts_AlreadyRecorded: ({ relayer, reviewer, version }) => ({
    sentence: `That ${relayer} did not bring version ${version} of reviewer ${reviewer}’s ballot is recorded already.`,
    advice: 'There is nothing left to do.',
  }),
  Receipts_UrlLength: ({ length, most }) => ({
    sentence: `The relayer’s address has ${length} bytes.`,
    advice: `Expected at most ${most}.`,
  }),
}
