/** What a liar could change in a record, and the one check that must say so. */
import { type Hex, isAddressEqual } from 'viem'
import type { Place } from '../../verifier/finding.ts'
import type { CheckName } from '../../verifier/checkNames.ts'
import type { RoundRecord } from '../../verifier/record.ts'
import {
  changeEvent,
  eventArgs,
  findLog,
  removeEvent,
} from './support/editRecord.ts'

export type Tampering = {
  what: string
  /** Changes a copy of an honest record of a decided round with halves. */
  tamper: (record: RoundRecord) => void
  /** All checks that fail; every other one passes, is noted or skipped. */
  fails: CheckName[]
  /** What the first failure says of its place, at least. */
  at?: Place
}

const other = `0x${'ab'.repeat(32)}` as const
const stranger = '0x00000000000000000000000000000000000E0aAA'

export const tamperings: readonly Tampering[] = [
  {
    what: 'a log of a forked block',
    tamper: (record) => {
      findLog(record, 'Drawn').blockHash = other
    },
    fails: ['chain.logs'],
  },
  {
    what: 'two logs in the wrong order',
    tamper: ({ logs }) => {
      logs.push(...logs.splice(10, 1))
    },
    fails: ['chain.logs'],
  },
  {
    what: 'the code of another implementation',
    tamper: (record) => {
      const code = record.codes.find(({ address }) =>
        isAddressEqual(address, record.round),
      )
      if (code)
        code.code = `0x${code.code.slice(2, 22)}ff${code.code.slice(24)}`
    },
    fails: ['factory.code'],
  },
  {
    what: 'a factory that does not know the round',
    tamper: ({ state }) => {
      state.isRound = false
    },
    fails: ['factory.round'],
  },
  {
    what: 'another seed than its sources give',
    tamper: (record) => {
      changeEvent(record, 'Drawn', { seed: other })
    },
    fails: ['draw.seed'],
  },
  {
    what: 'another hash of the fixed block',
    tamper: (record) => {
      changeEvent(record, 'DrawBlockStored', { blockHash: other })
    },
    fails: ['draw.block'],
  },
  {
    what: 'shuffles that are not of the seed',
    tamper: (record) => {
      const { order } = record.state.shuffles ?? { order: '0x' }
      const swapped: Hex = `0x${order.slice(6, 10)}${order.slice(2, 6)}${order.slice(10)}`
      changeEvent(record, 'Drawn', { order: swapped })
    },
    fails: ['draw.shuffles'],
  },
  {
    what: 'a lie about the list of a reviewer',
    tamper: ({ state }) => {
      state.lists[0]?.list.reverse()
    },
    fails: ['draw.lists'],
    at: { reviewer: 1 },
  },
  {
    what: 'a ranking with two places swapped',
    tamper: (record) => {
      const { first } = eventArgs(record, 'Ranked')
      const swapped: Hex = `0x${first.slice(6, 10)}${first.slice(2, 6)}${first.slice(10)}`
      changeEvent(record, 'Ranked', { first: swapped })
    },
    fails: ['ranking.order'],
  },
  {
    what: 'a winner added',
    tamper: (record) => {
      const recommended = [2n ** 6n - 1n]
      changeEvent(record, 'Ranked', { recommended })
    },
    fails: ['ranking.recommended'],
  },
  {
    what: 'a wrong share of a trustee',
    tamper: (record) => {
      changeEvent(record, 'ShareReleased', { share: 12_345n })
    },
    fails: ['trustees.release'],
  },
  {
    what: 'a roll chunk of other keys',
    tamper: (record) => {
      const { code: address } = eventArgs(record, 'RollPublished')
      const chunk = record.codes.find((code) =>
        isAddressEqual(code.address, address),
      )
      if (chunk) chunk.code = `0x${chunk.code.slice(2, -40)}${'11'.repeat(20)}`
    },
    fails: ['roll.chunks'],
    at: { chunk: 0 },
  },
  {
    what: 'a page that is missing',
    tamper: (record) => {
      removeEvent(record, 'PageCast')
    },
    fails: ['ballots.pages'],
  },
  {
    what: 'a screening of another version',
    tamper: (record) => {
      changeEvent(record, 'ProposalScreened', { version: 9 })
    },
    fails: ['proposals.history'],
  },
  ...stateLies(),
]

function stateLies(): Tampering[] {
  const lie = (
    what: string,
    check: CheckName,
    tamper: (state: RoundRecord['state']) => void,
    at?: Place,
  ): Tampering => ({
    what: `a node that lies about ${what}`,
    tamper: ({ state }) => {
      tamper(state)
    },
    fails: [check],
    ...(at ? { at } : {}),
  })
  return [
    lie('the digest of the rules', 'state.rules', (state) => {
      state.rulesDigest = other
    }),
    lie('the phase', 'state.phase', (state) => {
      state.phase = 'objections'
    }),
    lie('a holder', 'state.roles', (state) => {
      state.holders.committee = stranger
    }),
    lie('an offer', 'state.roles', (state) => {
      state.offered.admin = stranger
    }),
    lie('a proposal', 'state.proposals', (state) => {
      const [proposal] = state.proposals
      if (proposal) proposal.digest = other
    }),
    lie('the roster', 'state.roster', (state) => {
      const [proposal] = state.rosterEntries
      if (proposal) proposal.ask += 1n
    }),
    lie('a withdrawal', 'state.roster', (state) => {
      state.withdrawn[0] = !state.withdrawn[0]
    }),
    lie('the roll', 'state.roll', (state) => {
      state.roll.digest = other
    }),
    lie('the shares', 'state.trustees', (state) => {
      state.released.ballot = 0n
    }),
    lie('the key', 'state.trustees', (state) => {
      state.keyCame = false
    }),
    lie('the seed', 'state.draw', (state) => {
      state.seed = other
    }),
    lie('a page', 'ballots.pages', (state) => {
      state.pages[0] = other
    }),
    lie('a version', 'state.ballots', (state) => {
      state.lastVersions[0] = 7
    }),
    lie('the ballots cast', 'state.ballots', (state) => {
      state.ballots.cast += 1
    }),
    lie('a settled ballot', 'state.openings', (state) => {
      state.settled[0] = !state.settled[0]
    }),
    lie('a sum', 'state.tally', (state) => {
      const [tally] = state.tallies
      if (tally) tally.points += 1n
    }),
    lie('a count', 'state.tally', (state) => {
      const [tally] = state.tallies
      if (tally) tally.count += 1n
    }),
    lie('a recommendation', 'state.ranking', (state) => {
      const [outcome] = state.outcomes
      if (outcome) outcome.isRecommended = !outcome.isRecommended
    }),
    lie('a selection', 'state.decision', (state) => {
      const [outcome] = state.outcomes
      if (outcome) outcome.isSelected = !outcome.isSelected
    }),
    lie('the objections', 'state.decision', (state) => {
      state.objections.count += 1
    }),
  ]
}
