/** Refusals about proposals, screening and roster. */
import { grouped } from '../printing.ts'
import type { Explains } from './refusal.ts'

export const ofProposals: Explains<
  | 'Round_ProposalVersion'
  | 'Round_NoProposal'
  | 'Round_ScreenedVersion'
  | 'Round_RosterStarted'
  | 'Round_NotAccepted'
  | 'Round_RosterOrder'
  | 'Round_RosterPart'
  | 'Round_RosterSize'
  | 'Round_SumOverflow'
> = {
  Round_ProposalVersion: ({ key, lastVersion, version }) => ({
    sentence: `Version ${version} of the proposal of ${key} is not above its last one, ${lastVersion}.`,
    advice: `Sign it as version ${lastVersion + 1} or higher.`,
  }),
  Round_NoProposal: ({ key }) => ({
    sentence: `${key} has no proposal that stands.`,
    advice: 'It was never registered, or it was withdrawn.',
  }),
  Round_ScreenedVersion: ({ key, standing, version }) => ({
    sentence: `The decision is on version ${version} of the proposal of ${key}, but version ${standing} stands.`,
    advice: `Read version ${standing}, and decide on that one.`,
  }),
  Round_RosterStarted: () => ({
    sentence: 'The roster is being fixed: proposals change no more.',
    advice: 'Go on with `dure roster fix`.',
  }),
  Round_NotAccepted: ({ key }) => ({
    sentence: `The proposal of ${key} was not accepted.`,
    advice:
      'Only accepted proposals go on the roster; `dure roster fix` finds them by itself.',
  }),
  Round_RosterOrder: ({ key, ordinal, previous }) => ({
    sentence: `${key} registered as number ${ordinal} and cannot follow number ${previous}.`,
    advice:
      'The roster goes in the order of registration; `dure roster fix` keeps it.',
  }),
  Round_RosterPart: ({ expected, length }) => ({
    sentence: `A part of the roster with ${length} proposals was sent; ${expected} are due.`,
    advice: 'Run `dure roster fix` again: it goes on where the roster stands.',
  }),
  Round_RosterSize: ({ accepted, least, most }) => ({
    sentence: `${grouped(accepted)} proposals are accepted; the rules need ${grouped(least)} to ${grouped(most)}.`,
    advice:
      accepted < least
        ? 'Accept more proposals, or let the round lapse and make one with other rules.'
        : 'Make a round with rules that fit so many proposals.',
  }),
  Round_SumOverflow: ({ bound, most }) => ({
    sentence: `With this roster a proposal’s points could reach ${grouped(most)}, more than ${grouped(bound)}.`,
    advice: 'Make a round with lower weights, scores or numbers of reviewers.',
  }),
}
