/** What stands about a round at one look: rules, phase, sizes, counts. */
import type { Address, Hash } from 'viem'
import type { Rules } from '../protocol/rules.ts'
import type { ReadClient } from './clients.ts'
import type { Phase } from './enums.ts'
import {
  getBallotCounts,
  type GetBallotCountsReturnType,
} from './getBallotCounts.ts'
import { getPhase } from './getPhase.ts'
import { getRules } from './getRules.ts'
import { readRound } from './readRound.ts'

export type GetRoundParameters = { round: Address }
export type GetRoundReturnType = {
  rules: Rules
  rulesDigest: Hash
  domainSeparator: Hash
  phase: Phase
  roster: { accepted: number; onRoster: number; isFixed: boolean }
  reviewers: number
  ballots: GetBallotCountsReturnType
}

export async function getRound(
  client: ReadClient,
  { round }: GetRoundParameters,
): Promise<GetRoundReturnType> {
  const [
    rules,
    rulesDigest,
    domainSeparator,
    phase,
    roster,
    reviewers,
    ballots,
  ] = await Promise.all([
    getRules(client, { round }),
    readRound(client, { round, functionName: 'rulesDigest', args: [] }),
    readRound(client, { round, functionName: 'domainSeparator', args: [] }),
    getPhase(client, { round }),
    readRound(client, { round, functionName: 'rosterSize', args: [] }),
    readRound(client, { round, functionName: 'reviewerCount', args: [] }),
    getBallotCounts(client, { round }),
  ])
  const [accepted, onRoster, isFixed] = roster
  return {
    rules,
    rulesDigest,
    domainSeparator,
    phase,
    roster: {
      accepted: Number(accepted),
      onRoster: Number(onRoster),
      isFixed,
    },
    reviewers: Number(reviewers),
    ballots,
  }
}
