// nextActs: who can do what, from where the round stands
import { expect } from 'chai'
import { phases } from '../../../chain/enums.ts'
import { describeStatus } from '../../../cli/status/describeStatus.ts'
import { type NextAct, nextActs } from '../../../cli/status/nextActs.ts'
import type { RoundStatus } from '../../../cli/status/readStatus.ts'

type Change = Partial<Omit<RoundStatus, 'trustees'>> & {
  trustees?: Partial<RoundStatus['trustees']>
}

const rows: [given: string, change: Change, expected: Partial<NextAct>[]][] = [
  [
    'the registration',
    { phase: 'registration' },
    [
      { who: 'applicants', command: 'dure propose', until: 100 },
      { who: 'screener', command: 'dure screen', until: 200 },
      { who: 'trustees', command: 'dure trustee run', until: 300 },
    ],
  ],
  [
    'a roll that is not whole, and shares missing',
    {
      phase: 'roll',
      roll: { published: 1, chunks: 2, changedAt: 210 },
      trustees: { missing: missing({ shares: [2], confirmation: [1, 2, 3] }) },
    },
    [
      { who: 'registrar', command: 'dure roll publish' },
      { who: 'trustees', note: 'attempt 2: shares of 2 missing' },
    ],
  ],
  [
    'a dispute',
    { phase: 'roll', trustees: { isDisputed: true } },
    [{ who: 'admin', command: 'dure keys attempt' }],
  ],
  [
    'roll and keys there',
    { phase: 'roll', trustees: { haveKeys: true } },
    [{ who: 'admin', command: 'dure freeze', from: 250, until: 300 }],
  ],
  [
    'the block not stored',
    { phase: 'draw' },
    [{ who: 'anyone', command: 'dure draw', until: 400 }],
  ],
  [
    'lottery shares missing',
    {
      phase: 'draw',
      drawBlock: { number: 9n, isStored: true },
      trustees: { missing: missing({ 'lottery share': [1, 3] }) },
    },
    [{ who: 'trustees', note: '1 more lottery shares of 1, 3' }],
  ],
  [
    'lottery shares there',
    {
      phase: 'draw',
      drawBlock: { number: 9n, isStored: true },
      trustees: { missing: missing({ 'lottery share': [3] }) },
    },
    [{ who: 'anyone', command: 'dure draw' }],
  ],
  [
    'the review',
    { phase: 'review' },
    [
      { who: 'reviewers', command: 'dure cast', until: 600 },
      { who: 'trustees', from: 700, until: 800 },
    ],
  ],
  [
    'the opening without a key',
    { phase: 'opening', block: { number: 20n, time: 800 } },
    [{ who: 'trustees', command: 'dure trustee run' }],
  ],
  [
    'a key that never came',
    { phase: 'opening', block: { number: 20n, time: 801 } },
    [{ who: 'reviewers', command: 'dure open --own FILE', until: 900 }],
  ],
  [
    'a key that came',
    { phase: 'opening', trustees: { keyCame: true } },
    [{ who: 'anyone', command: 'dure open', until: 900 }],
  ],
  [
    'objections',
    { phase: 'objections', rankedAt: 1_000 },
    [
      { who: 'reviewers and applicants', until: 1_050 },
      { who: 'committee', command: 'dure answer', until: 1_110 },
    ],
  ],
]

describe('nextActs', () => {
  for (const [given, change, expected] of rows)
    it(`tells who acts, given ${given}`, () => {
      const acts = nextActs(makeStatus(change))
      expect(acts).to.have.length(expected.length)
      for (const [index, act] of expected.entries())
        expect(acts[index]).to.include(act)
    })

  it('has something to say in every phase', () => {
    for (const phase of phases) {
      const status = makeStatus({ phase })
      expect(nextActs(status), phase).not.to.deep.equal([])
      expect(describeStatus(status)).to.include(phase)
    }
  })
})

function missing(
  change: Partial<RoundStatus['trustees']['missing']>,
): RoundStatus['trustees']['missing'] {
  return {
    package: [],
    shares: [],
    confirmation: [],
    'lottery share': [],
    'ballot share': [1, 2, 3],
    ...change,
  }
}

function makeStatus({ trustees, ...change }: Change): RoundStatus {
  return {
    round: `0x${'ab'.repeat(20)}`,
    chainId: 31_337,
    phase: 'roll',
    block: { number: 10n, time: 50 },
    times: {
      registerUntil: 100,
      rosterBy: 200,
      freezeBy: 300,
      drawBy: 400,
      reviewFrom: 500,
      close: 600,
      releaseFrom: 700,
      releaseUntil: 800,
      openUntil: 900,
      rollNotice: 40,
      objectionPeriod: 50,
      answerPeriod: 60,
    },
    roster: { accepted: 3, onRoster: 3, isFixed: true },
    roll: { published: 2, chunks: 2, changedAt: 210 },
    reviewers: 6,
    trustees: {
      count: 3,
      threshold: 2,
      attempt: 2,
      isDisputed: false,
      haveKeys: false,
      keyCame: false,
      missing: missing({}),
      ...trustees,
    },
    drawBlock: { number: 9n, isStored: false },
    isDrawn: false,
    ballots: { pages: 0, cast: 0, settled: 0 },
    rankedAt: 0,
    objections: { count: 0, answered: 0 },
    ...change,
  }
}
