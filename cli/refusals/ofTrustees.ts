/** Refusals about key generation and the release of shares. */
import { describeTime } from '../frame/describeTime.ts'
import { purposeName } from './names.ts'
import type { Explains } from './refusal.ts'

export const ofTrustees: Explains<
  | 'Round_Attempt'
  | 'Round_TrusteeCount'
  | 'Round_TrusteeListed'
  | 'Round_NotTrustee'
  | 'Round_TrusteeStep'
  | 'Round_TrusteeMessage'
  | 'Round_AttemptDisputed'
  | 'Round_Transcript'
  | 'Round_KeysDiffer'
  | 'Round_NotOnCurve'
  | 'Round_SameKeys'
  | 'Round_TransportSecret'
  | 'Round_NoKeys'
  | 'Round_ReleaseWindow'
  | 'Round_TrusteeNumber'
  | 'Round_ShareReleased'
  | 'Round_ShareWrong'
> = {
  Round_Attempt: ({ attempt, current }) => ({
    sentence: `Attempt ${attempt} at the keys is not under way; attempt ${current} is.`,
    advice: 'Run `dure trustee run` again: it joins the attempt under way.',
  }),
  Round_TrusteeCount: ({ count, least, most }) => ({
    sentence: `${count} trustees were named.`,
    advice: `Expected ${least} to ${most}.`,
  }),
  Round_TrusteeListed: ({ trustee }) => ({
    sentence: `${trustee} is named twice, or is nobody.`,
    advice: 'Name each trustee once.',
  }),
  Round_NotTrustee: ({ caller }) => ({
    sentence: `${caller} is no trustee of the attempt under way.`,
    advice: 'Give --key a trustee’s key; `dure status` lists the trustees.',
  }),
  Round_TrusteeStep: ({ trustee }) => ({
    sentence: `Trustee ${trustee} did this already, or its time is not now.`,
    advice: '`dure trustee run` does each step at its time.',
  }),
  Round_TrusteeMessage: ({ expected, length }) => ({
    sentence: `The trustee’s message has ${length} bytes instead of ${expected}.`,
    advice: 'Use the same version of dure as the other trustees.',
  }),
  Round_AttemptDisputed: ({ attempt }) => ({
    sentence: `Attempt ${attempt} at the keys ended with a dispute.`,
    advice: 'The admin starts the next one with `dure keys attempt`.',
  }),
  Round_Transcript: ({ digest, expected }) => ({
    sentence: `The confirmed transcript ${digest} is not the attempt’s, ${expected}.`,
    advice: 'Read the messages again from a node that is up to date.',
  }),
  Round_KeysDiffer: ({ digest, expected }) => ({
    sentence: `These keys (${digest}) are not those that others confirmed (${expected}).`,
    advice:
      'One of them is wrong, which anyone can compute: the admin starts the next attempt.',
  }),
  Round_NotOnCurve: ({ x, y }) => ({
    sentence: `(${x}, ${y}) is no point of P-256.`,
    advice: 'Make the key again.',
  }),
  Round_SameKeys: () => ({
    sentence: 'The ballot key and the lottery key are the same.',
    advice:
      'The draw would publish the secret that opens the ballots: start the next attempt.',
  }),
  Round_TransportSecret: ({ trustee }) => ({
    sentence: `The published secret is not that of trustee ${trustee}’s transport key.`,
    advice: 'A dispute needs the secret of this attempt.',
  }),
  Round_NoKeys: () => ({
    sentence: 'The trustees’ keys do not stand yet.',
    advice: 'All trustees confirm first; `dure status` says who is missing.',
  }),
  Round_ReleaseWindow: ({ from, until }, now) => ({
    sentence: 'Shares of the ballot key are not accepted now.',
    advice: `They are from ${describeTime(Number(from), now)} until ${describeTime(Number(until), now)}.`,
  }),
  Round_TrusteeNumber: ({ count, trustee }) => ({
    sentence: `There is no trustee ${trustee}.`,
    advice: `Expected a number from 1 to ${count}.`,
  }),
  Round_ShareReleased: ({ purpose, trustee }) => ({
    sentence: `The ${purposeName(purpose)} share of trustee ${trustee} is public already.`,
    advice: 'There is nothing left to do.',
  }),
  Round_ShareWrong: ({ purpose, trustee }) => ({
    sentence: `This is not the ${purposeName(purpose)} share of trustee ${trustee}.`,
    advice: 'Release the share of the attempt whose keys stand.',
  }),
}
