/** The contract's answers on proposals, roster and roll. */
import { zeroAddress } from 'viem'
import { chunkCount } from '../../protocol/roll.ts'
import { reviewerCount } from '../../protocol/rules.ts'
import { eventsOf } from '../history/history.ts'
import { lower } from '../isSame.ts'
import type { RecordedProposal } from '../record.ts'
import { type Answer, compareState, forEach } from './compareState.ts'

export const stateProposals = compareState(
  'state.proposals',
  ['proposals.history', 'proposals.signatures', 'roster.order'],
  ({ record: { state }, facts }) => {
    const keys = new Set([
      ...facts.proposals.keys(),
      ...state.proposals.map(({ key }) => lower(key)),
    ])
    const answered = new Map(
      state.proposals.map((proposal) => [lower(proposal.key), proposal]),
    )
    return [...keys].map((key) => [
      { state: 'proposal', key },
      describe(facts.proposals.get(key)),
      describe(answered.get(key)),
    ])
  },
)

/** All of a proposal in one line, to be compared and shown. */
function describe(proposal: RecordedProposal | undefined): string {
  if (!proposal) return ''
  const { ask, category, digest, number, ordinal, state, version } = proposal
  const numbers = `${ordinal}, ${number}, ${version}, ${category}, ${ask}`
  return `${state}, ${numbers}, ${digest.toLowerCase()}`
}

export const stateRoster = compareState(
  'state.roster',
  [
    'proposals.history',
    'proposals.signatures',
    'roster.order',
    'phases.milestones',
  ],
  ({ record: { state }, facts, history }) => {
    const { accepted, isFixed, onRoster } = state.roster
    const { isRosterFixed, roster } = facts
    const extended = eventsOf(history, 'RosterExtended')
    const count = extended.reduce((sum, { args }) => sum + args.keys.length, 0)
    const withdrawn = new Set(facts.withdrawals.map(({ proposal }) => proposal))
    const where = { state: 'rosterSize' }
    return [
      [where, facts.accepted, accepted],
      [where, count, onRoster],
      [where, isRosterFixed, isFixed],
      ...forEach(count, (index): Answer => {
        const place = { state: 'rosterEntry', proposal: index + 1 }
        const [right, given] = [roster[index], state.rosterEntries[index]]
        return [place, line(right), line(given)]
      }),
      ...forEach(count, (index): Answer => {
        const place = { state: 'isWithdrawn', proposal: index + 1 }
        const given = state.withdrawn[index] ?? ''
        return [place, withdrawn.has(index + 1), given]
      }),
    ]
  },
)

function line(place?: { key: string; category: number; ask: bigint }): string {
  const { ask = 0n, category = 0, key = zeroAddress } = place ?? {}
  return `${key.toLowerCase()}, ${category}, ${ask}`
}

export const stateRoll = compareState(
  'state.roll',
  ['rules.digest', 'roster.order', 'roll.chunks', 'roll.freeze'],
  ({ record: { state }, facts }) => {
    const { chunks, isRosterFixed, roll, rollDigest, roster, rules } = facts
    if (!rules || !isRosterFixed) return []
    const reviewers = reviewerCount(rules, roster.length)
    const changedAt = Math.max(0, ...chunks.map(({ at }) => at.time))
    const where = { state: 'rollProgress' }
    const { digest, published } = state.roll
    return [
      [{ state: 'reviewerCount' }, reviewers, state.reviewers],
      [where, chunks.length, published],
      [where, chunkCount(reviewers), state.roll.chunks],
      [where, changedAt, state.roll.changedAt],
      // Before every chunk is there the digest says nothing.
      [{ state: 'rollDigest' }, (roll && rollDigest) ?? digest, digest],
    ]
  },
)
