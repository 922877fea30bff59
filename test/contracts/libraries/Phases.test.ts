/**
 * Phases
 * ├── phase
 * │   ├── every time ends its phase with that second, or begins it
 * │   ├── waits for the roster, the freeze and the draw, and lapses without
 * │   ├── counts the periods after the ranking from its time
 * │   └── fails when the key never came and too few ballots were settled
 * └── every act
 *     ├── works in the first and the last second of its phase
 *     └── is refused in the second before and after
 */
import { expect } from 'chai'
import { objectAsReviewer, signedOpening } from '../support/acts.ts'
import {
  castPage,
  closed,
  openPage,
  plainBallots,
  rankHonestly,
} from '../support/ballots.ts'
import { mine, time } from '../support/chain.ts'
import { makeMoments, type Moment, type Played } from '../support/moments.ts'
import { phases } from '../support/phases.ts'
import { expectRefusal } from '../support/refusal.ts'
import {
  extendRoster,
  generateKeys,
  publishRoll,
  register,
  releaseShares,
  screenAll,
  someDigest,
  toRanking,
} from '../support/stage.ts'

type Second = (stage: Played) => number | Promise<number>
type Times = Played['rules']['times']

const round = makeMoments()

const acts: readonly Act[] = [
  {
    name: 'a registration',
    moment: 'registration',
    prepare: now((stage) => register(stage, 7)),
    last: [at((times) => times.registerUntil), phases.screening],
  },
  {
    name: 'a roster',
    moment: 'registration',
    prepare: async (stage) => {
      await screenAll(stage)
      return () => extendRoster(stage)
    },
    first: [
      at((times) => times.registerUntil + 1),
      ...wrongPhase(phases.registration),
    ],
    last: [at((times) => times.rosterBy), phases.lapsed],
  },
  {
    name: 'a roll',
    moment: 'roll',
    prepare: now((stage) => publishRoll(stage)),
    last: [at((times) => times.freezeBy), phases.lapsed],
  },
  {
    name: 'a freeze',
    moment: 'roll',
    prepare: async (stage) => {
      await publishRoll(stage)
      await generateKeys(stage)
      return () => stage.round.connect(stage.admin).freeze(someDigest)
    },
    last: [at((times) => times.freezeBy), phases.lapsed],
  },
  {
    name: 'the block hash',
    moment: 'frozen',
    prepare: async ({ round: contract, rules }) => {
      await mine(rules.drawDelay)
      return () => contract.storeDrawBlock()
    },
    last: [at((times) => times.drawBy), phases.lapsed],
  },
  {
    name: 'a draw',
    moment: 'frozen',
    prepare: async (stage) => {
      await mine(stage.rules.drawDelay)
      await stage.round.storeDrawBlock()
      await releaseShares(stage, 1)
      return () => stage.round.draw()
    },
    last: [at((times) => times.drawBy), phases.lapsed],
  },
  {
    name: 'a ballot',
    moment: 'drawn',
    prepare: async (stage) => {
      const ballots = await plainBallots(stage, [1])
      return () => castPage(stage, ballots)
    },
    first: [at((times) => times.reviewFrom), ...wrongPhase(phases.draw)],
    last: [at((times) => times.close - 1), phases.opening],
  },
  {
    name: 'a cancellation',
    moment: 'review',
    prepare: now(({ round: contract, admin }) =>
      contract.connect(admin).cancel(someDigest),
    ),
    last: [at((times) => times.close - 1), phases.opening],
  },
  {
    name: 'a ballot share',
    moment: 'closed',
    prepare: now((stage) => releaseShares(stage, 0)),
    first: [
      at((times) => times.releaseFrom),
      'Round_ReleaseWindow',
      releaseWindow,
    ],
  },
  {
    name: 'an opening by the key',
    moment: 'keyCame',
    prepare: now((stage) => openPage(stage, 1, stage.ballots)),
    last: [at((times) => times.openUntil), phases.ranking],
  },
  {
    name: 'an opening by signatures',
    moment: 'closed',
    prepare: now((stage) =>
      openPage(
        stage,
        1,
        stage.ballots,
        stage.ballots.map((ballot) => signedOpening(stage, ballot)),
      ),
    ),
    first: [
      at((times) => times.releaseUntil + 1),
      'Round_KeyMissing',
      ({ rules }) => [rules.times.releaseUntil + 1],
    ],
    last: [at((times) => times.openUntil), phases.failed],
  },
  {
    name: 'a ranking',
    moment: 'keyCame',
    prepare: now(rankHonestly),
    first: [at((times) => times.openUntil + 1), ...wrongPhase(phases.opening)],
  },
  {
    name: 'an objection',
    moment: 'objections',
    prepare: now((stage) => objectAsReviewer(stage, 1)),
    last: [afterRanking((times) => times.objectionPeriod), phases.answers],
  },
  {
    name: 'an answer',
    moment: 'objections',
    prepare: async (stage) => {
      await objectAsReviewer(stage, 1)
      const { round: contract, committee } = stage
      return () => contract.connect(committee).answerObjection(1, someDigest)
    },
    last: [
      afterRanking((times) => times.objectionPeriod + times.answerPeriod),
      phases.confirmation,
    ],
  },
  {
    name: 'a confirmation',
    moment: 'answers',
    prepare: now(({ round: contract, committee }) =>
      contract.connect(committee).confirm([], someDigest),
    ),
    first: [
      afterRanking((times) => times.objectionPeriod + times.answerPeriod + 1),
      ...wrongPhase(phases.answers),
    ],
  },
]

describe('Phases', () => {
  describe('phase', () => {
    const boundaries: readonly [
      moment: Moment,
      name: string,
      last: Second,
      before: bigint,
      after: bigint,
    ][] = [
      [
        'registration',
        'the registration’s end',
        at((times) => times.registerUntil),
        phases.registration,
        phases.screening,
      ],
      [
        'screening',
        'the last second for a roster',
        at((times) => times.rosterBy),
        phases.screening,
        phases.lapsed,
      ],
      [
        'roll',
        'the last second for a freeze',
        at((times) => times.freezeBy),
        phases.roll,
        phases.lapsed,
      ],
      [
        'frozen',
        'the last second for a draw',
        at((times) => times.drawBy),
        phases.draw,
        phases.lapsed,
      ],
      [
        'drawn',
        'the second before the review',
        at((times) => times.reviewFrom - 1),
        phases.draw,
        phases.review,
      ],
      [
        'review',
        'the second before the close',
        at((times) => times.close - 1),
        phases.review,
        phases.opening,
      ],
      [
        'keyCame',
        'the last second for openings',
        at((times) => times.openUntil),
        phases.opening,
        phases.ranking,
      ],
      [
        'objections',
        'the last second for objections',
        afterRanking((times) => times.objectionPeriod),
        phases.objections,
        phases.answers,
      ],
      [
        'objections',
        'the last second for answers',
        afterRanking((times) => times.objectionPeriod + times.answerPeriod),
        phases.answers,
        phases.confirmation,
      ],
    ]
    for (const [moment, name, last, before, after] of boundaries)
      it(`changes after ${name}`, async () => {
        const stage = await round(moment)
        const second = await last(stage)
        await time.increaseTo(second)
        expect(await stage.round.phase()).to.equal(before)
        await time.increaseTo(second + 1)
        expect(await stage.round.phase()).to.equal(after)
      })

    it('is Confirmed however much time passes', async () => {
      const stage = await round('confirmed')
      await time.increase(10 ** 9)
      expect(await stage.round.phase()).to.equal(phases.confirmed)
    })

    it('waits for the ranking however long it takes', async () => {
      const stage = await round('ranking')
      await time.increase(10 ** 9)
      expect(await stage.round.phase()).to.equal(phases.ranking)
      await rankHonestly(stage)
      expect(await stage.round.phase()).to.equal(phases.objections)
    })

    it('stays Lapsed when time goes on', async () => {
      const stage = await round('roll')
      await time.increaseTo(stage.rules.times.openUntil + 1)
      expect(await stage.round.phase()).to.equal(phases.lapsed)
    })
  })

  describe('failing', () => {
    // Five reviewers cast.
    for (const [minOpened, opened, phase] of [
      [5_000, 2, phases.failed],
      [5_000, 3, phases.ranking],
      [6_000, 2, phases.failed],
      [6_000, 3, phases.ranking],
      [10_000, 4, phases.failed],
      [10_000, 5, phases.ranking],
      [0, 0, phases.ranking],
      [1, 0, phases.failed],
    ] as const)
      it(`needs ${minOpened} of 10,000: ${opened} of 5 are ${phase === phases.failed ? 'too few' : 'enough'}`, async () => {
        const stage = await makeMoments({ rules: { minOpened } })('closed')
        await time.increaseTo(stage.rules.times.releaseUntil + 1)
        await openPage(
          stage,
          1,
          stage.ballots,
          stage.ballots.map((ballot, index) =>
            index < opened ? signedOpening(stage, ballot) : closed(ballot),
          ),
        )
        await toRanking(stage)
        expect(await stage.round.phase()).to.equal(phase)
      })

    it('never happens when the key came, even if nobody opens', async () => {
      const stage = await round('keyCame')
      await toRanking(stage)
      expect(await stage.round.phase()).to.equal(phases.ranking)
    })

    it('never happens when nobody cast', async () => {
      const stage = await round('review')
      await toRanking(stage)
      expect(await stage.round.phase()).to.equal(phases.ranking)
    })
  })

  describe('every act', () => {
    for (const { name, moment, prepare, first, last } of acts) {
      const doAt = async (stage: Played, second: number) => {
        const act = await prepare(stage)
        await time.setNextBlockTimestamp(second)
        return { done: act() }
      }
      if (first) {
        const [second, error, values] = first
        it(`${name} works in its first second`, async () => {
          const stage = await round(moment)
          await (
            await doAt(stage, await second(stage))
          ).done
        })
        it(`${name} is refused a second before`, async () => {
          const stage = await round(moment)
          const { done } = await doAt(stage, (await second(stage)) - 1)
          await expectRefusal(done, stage.round, error, values(stage))
        })
      }
      if (last) {
        const [second, phase] = last
        it(`${name} works in its last second`, async () => {
          const stage = await round(moment)
          await (
            await doAt(stage, await second(stage))
          ).done
        })
        it(`${name} is refused a second later`, async () => {
          const stage = await round(moment)
          const { done } = await doAt(stage, (await second(stage)) + 1)
          await expectRefusal(done, stage.round, 'Round_WrongPhase', [phase])
        })
      }
    }
  })
})

/** An act of one phase, ready to be done: only the second is missing. */
type Act = {
  name: string
  moment: Moment
  prepare: (stage: Played) => Promise<() => Promise<unknown>>
  /** The first second it works in, and why not before. */
  first?: [Second, error: string, values: (stage: Played) => unknown[]]
  /** The last second it works in, and the phase that refuses it then. */
  last?: [Second, phase: bigint]
}

function wrongPhase(phase: bigint): [string, () => unknown[]] {
  return ['Round_WrongPhase', () => [phase]]
}

function releaseWindow({ rules: { times } }: Played) {
  return [times.releaseFrom, times.releaseUntil]
}

/** Nothing to prepare. */
function now(act: (stage: Played) => Promise<unknown>): Act['prepare'] {
  return (stage) => Promise.resolve(() => act(stage))
}

function at(pick: (times: Times) => number): Second {
  return ({ rules }) => pick(rules.times)
}

function afterRanking(pick: (times: Times) => number): Second {
  return async ({ round: contract, rules }) =>
    Number(await contract.rankedAt()) + pick(rules.times)
}
