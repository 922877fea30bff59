/** Refusals about ballots and their opening. */
import { describeTime } from '../frame/describeTime.ts'
import { grouped } from '../printing.ts'
import type { Explains } from './refusal.ts'

export const ofBallots: Explains<
  | 'Round_BatchMalformed'
  | 'Round_PageFull'
  | 'Round_BallotLength'
  | 'Round_NotOnRoll'
  | 'Round_BallotLimit'
  | 'Round_BallotSuperseded'
  | 'Round_KeyMissing'
  | 'Round_NoPage'
  | 'Round_PageMismatch'
  | 'Round_OpeningMalformed'
> = {
  Round_BatchMalformed: ({ offset }) => ({
    sentence: `The batch of ballots breaks off at byte ${offset}.`,
    advice: 'One of the sealed files is cut short: have it sent again.',
  }),
  Round_PageFull: ({ most }) => ({
    sentence: `A page holds at most ${most} ballots.`,
    advice: 'Send fewer at once.',
  }),
  Round_BallotLength: ({ expected, length }) => ({
    sentence: `The ballot has ${length} bytes instead of ${expected}.`,
    advice: 'Seal it again for this round.',
  }),
  Round_NotOnRoll: ({ reviewer }) => ({
    sentence: `Seat ${reviewer} is empty or not on the roll.`,
    advice: 'Nobody can cast for it.',
  }),
  Round_BallotLimit: ({ limit, reviewer, version }) => ({
    sentence: `Reviewer ${reviewer} cannot cast version ${version}: the rules allow ${limit}.`,
    advice: 'The last ballot that was cast stands.',
  }),
  Round_BallotSuperseded: ({ lastVersion, reviewer, version }) => ({
    sentence: `Reviewer ${reviewer} already cast version ${lastVersion}, so version ${version} comes too late.`,
    advice: `Seal version ${lastVersion + 1} if the rules allow so many.`,
  }),
  Round_KeyMissing: ({ signedFrom }, now) => ({
    sentence: 'Too few trustees released their shares to open this ballot.',
    advice: `Reviewers open their own by signature from ${describeTime(Number(signedFrom), now)}.`,
  }),
  Round_NoPage: ({ count, page }) => ({
    sentence: `There is no page ${page}.`,
    advice: `Expected a number from 1 to ${grouped(count)}.`,
  }),
  Round_PageMismatch: ({ page }) => ({
    sentence: `What was handed in are not the ballots of page ${page}.`,
    advice: 'Read the page again from a node that is up to date.',
  }),
  Round_OpeningMalformed: ({ offset, page }) => ({
    sentence: `The openings of page ${page} break off at byte ${offset}.`,
    advice: 'Open the page again with `dure open`.',
  }),
}
