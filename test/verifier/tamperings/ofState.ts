/** A node that lies about one answer of the contract. */
import { type Hex, zeroAddress } from 'viem'
import type { CheckName } from '../../../verifier/checkNames.ts'
import type { Place } from '../../../verifier/finding.ts'
import type { RecordedState, RoundRecord } from '../../../verifier/record.ts'
import { stranger } from '../../contracts/support/accounts.ts'
import type { Tampering } from './tampering.ts'

const otherHash: Hex = `0x${'ab'.repeat(32)}`
const somebody = stranger().address

export const tamperingsOfState: Tampering[] = [
  lie('rulesDigest', 'state.rules', (state) => {
    state.rulesDigest = otherHash
  }),
  lie('domainSeparator', 'state.rules', (state) => {
    state.domainSeparator = otherHash
  }),
  lie('phase', 'state.phase', (state) => {
    state.phase = 'confirmation'
  }),
  lie('holder', 'state.roles', (state) => {
    state.holders.committee = somebody
  }),
  lie('offered', 'state.roles', (state) => {
    state.offered.admin = somebody
  }),
  {
    what: 'a lie about proposal',
    tamper: ({ record: { state } }) => {
      const [, , one] = state.proposals
      if (one) one.version += 1
    },
    failed: ({ record: { state } }) => ({
      check: 'state.proposals',
      where: { state: 'proposal', key: state.proposals[2]?.key ?? zeroAddress },
    }),
  },
  lie('rosterSize', 'state.roster', (state) => {
    state.roster.accepted += 1
  }),
  lie(
    'rosterEntry',
    'state.roster',
    (state) => {
      const [, one] = state.rosterEntries
      if (one) one.ask += 1n
    },
    { proposal: 2 },
  ),
  lie(
    'isWithdrawn',
    'state.roster',
    (state) => {
      state.withdrawn[6] = false
    },
    { proposal: 7 },
  ),
  lie('reviewerCount', 'state.roll', (state) => {
    state.reviewers += 1
  }),
  lie('rollProgress', 'state.roll', (state) => {
    state.roll.changedAt -= 1
  }),
  lie('rollDigest', 'state.roll', (state) => {
    state.roll.digest = otherHash
  }),
  lie('attempt', 'state.trustees', (state) => {
    if (state.attempt) state.attempt.transcript = otherHash
  }),
  lie('trusteeKeys', 'state.trustees', (state) => {
    const { trusteeKeys: keys } = state
    if (keys) state.trusteeKeys = { ...keys, ballotKey: keys.lotteryKey }
  }),
  lie('released', 'state.trustees', (state) => {
    state.released.ballot |= 2n
  }),
  lie('keyCame', 'state.trustees', (state) => {
    state.keyCame = false
  }),
  lie('drawBlock', 'state.draw', (state) => {
    state.drawBlock.hash = otherHash
  }),
  lie('seed', 'state.draw', (state) => {
    state.seed = otherHash
  }),
  lie('shuffles', 'state.draw', (state) => {
    const { shuffles } = state
    if (shuffles) state.shuffles = { ...shuffles, offset: '0x' }
  }),
  lie('ballotCounts', 'state.ballots', (state) => {
    state.ballots.cast -= 1
  }),
  lie(
    'lastVersion',
    'state.ballots',
    (state) => {
      state.lastVersions[7] = 0
    },
    { reviewer: 8 },
  ),
  {
    what: 'a lie about page',
    tamper: ({ record: { state } }) => {
      state.pages[0] = otherHash
    },
    // Log and contract differ, and nothing tells which of them lies.
    failed: { check: 'ballots.pages', where: { page: 1 } },
  },
  lie('ballotCounts', 'state.openings', (state) => {
    state.ballots.settled += 1
  }),
  lie(
    'isSettled',
    'state.openings',
    (state) => {
      state.settled[12] = true
    },
    { reviewer: 13 },
  ),
  lie(
    'isSettled',
    'state.openings',
    (state) => {
      state.settled[9] = false
    },
    { reviewer: 10 },
  ),
  lie(
    'tally',
    'state.tally',
    (state) => {
      const [, , one] = state.tallies
      if (one) one.points += 1n
    },
    { proposal: 3 },
  ),
  lie('rankedAt', 'state.ranking', (state) => {
    state.rankedAt += 1
  }),
  lie(
    'outcome',
    'state.ranking',
    (state) => {
      const [one] = state.outcomes
      if (one) one.isRecommended = !one.isRecommended
    },
    { proposal: 1 },
  ),
  lie(
    'outcome',
    'state.decision',
    (state) => {
      const one = state.outcomes[4]
      if (one) one.isSelected = !one.isSelected
    },
    { proposal: 5 },
  ),
  lie('objectionCounts', 'state.decision', (state) => {
    state.objections.answered += 1
  }),
]

function lie(
  name: string,
  check: CheckName,
  change: (state: RecordedState) => void,
  where: Place = {},
): Tampering {
  return {
    what: `a lie about ${[name, ...Object.entries(where).flat()].join(' ')} (${check})`,
    tamper: ({ record }: { record: RoundRecord }) => {
      change(record.state)
    },
    failed: { check, where: { state: name, ...where } },
  }
}
