/**
 * Decision
 * ├── objections
 * │   ├── are taken from reviewers and applicants, signed or sent by the key
 * │   ├── are one per key, whatever it is the key of
 * │   └── are open to those who withdrew
 * ├── answers
 * │   ├── are taken while objections still come, and after
 * │   └── what is not answered is counted at the confirmation
 * └── confirm
 *     ├── without departures selects what is recommended
 *     ├── swaps, or removes and adds nobody, with a reason each
 *     ├── the order of the departures decides nothing
 *     ├── the committee cannot add what is not eligible
 *     └── with a budget, spends what the half has and no more
 */
import { expect } from 'chai'
import { getAddress } from 'ethers'
import type { Hex } from 'viem'
import { toBitField } from '../../../protocol/bitField.ts'
import { applicant, reviewer } from '../support/accounts.ts'
import {
  asSender,
  objectAsApplicant,
  objectAsReviewer,
  withdraw,
} from '../support/acts.ts'
import { honestOrders, rankHonestly } from '../support/ballots.ts'
import { makeMoments, type Played } from '../support/moments.ts'
import { phases } from '../support/phases.ts'
import { rankedJury, recommendedOf, selectedOf } from '../support/rankedJury.ts'
import { expectRefusal } from '../support/refusal.ts'
import {
  fail,
  fullRoll,
  someDigest,
  toConfirmation,
  toRanking,
} from '../support/stage.ts'

const round = makeMoments()
const reason: Hex = `0x${'4e'.repeat(32)}`

describe('Decision', () => {
  describe('objections', () => {
    it('are taken from a reviewer', async () => {
      const stage = await round('objections')
      await expect(objectAsReviewer(stage, 7))
        .to.emit(stage.round, 'Objected')
        .withArgs(1, getAddress(reviewer(7).address), 7, someDigest)
      expect(await stage.round.objectionCounts()).to.deep.equal([1n, 0n])
    })

    it('are taken from an applicant', async () => {
      const stage = await round('objections')
      await expect(objectAsApplicant(stage, 4))
        .to.emit(stage.round, 'Objected')
        .withArgs(1, getAddress(applicant(4).address), 0, someDigest)
    })

    it('are taken from a key that sends itself', async () => {
      const stage = await round('objections')
      const one = await asSender(reviewer(7))
      await stage.round.connect(one).objectAsReviewer(7, someDigest, '0x')
      const other = await asSender(applicant(4))
      await stage.round
        .connect(other)
        .objectAsApplicant(other, someDigest, '0x')
      expect(await stage.round.objectionCounts()).to.deep.equal([2n, 0n])
    })

    it('a key that holds two seats objects once', async () => {
      const load = makeMoments({
        roll: (stage) => fullRoll(stage).with(7, reviewer(7).address),
      })
      const stage = await load('objections')
      await objectAsReviewer(stage, 7)
      await expectRefusal(
        objectAsReviewer(stage, 8, { by: reviewer(7) }),
        stage.round,
        'Round_Objected',
        [reviewer(7).address],
      )
    })

    it('a key that is reviewer and applicant objects once', async () => {
      const load = makeMoments({
        roll: (stage) => fullRoll(stage).with(0, applicant(1).address),
      })
      const stage = await load('drawn')
      await toRanking(stage)
      await rankHonestly(stage)
      await objectAsApplicant(stage, 1)
      await expectRefusal(
        objectAsReviewer(stage, 1, { by: applicant(1) }),
        stage.round,
        'Round_Objected',
        [applicant(1).address],
      )
    })

    it('are open to an applicant who withdrew', async () => {
      const stage = await round('ranking')
      await withdraw(stage, 1)
      await rankHonestly(stage)
      await objectAsApplicant(stage, 1)
    })
  })

  describe('answers', () => {
    it('are taken while objections still come', async () => {
      const stage = await round('objections')
      await objectAsReviewer(stage, 1)
      await expect(answer(stage, 1))
        .to.emit(stage.round, 'ObjectionAnswered')
        .withArgs(1, someDigest)
      await objectAsReviewer(stage, 2)
      expect(await stage.round.objectionCounts()).to.deep.equal([2n, 1n])
    })

    it('what is not answered is counted at the confirmation', async () => {
      const stage = await round('objections')
      for (const number of [1, 2, 3]) await objectAsReviewer(stage, number)
      await answer(stage, 2)
      await toConfirmation(stage)
      await expect(confirm(stage, []))
        .to.emit(stage.round, 'Confirmed')
        .withArgs(someDigest, 0, 2, await selectedBits(stage))
    })
  })

  describe('confirm', () => {
    it('without departures selects what is recommended', async () => {
      const stage = await round('confirmation')
      const { recommended } = await scene(stage)
      await confirm(stage, [])
      expect(await selectedOf(stage)).to.have.members(recommended)
      expect(await stage.round.phase()).to.equal(phases.confirmed)
    })

    it('swaps two of one half', async () => {
      const stage = await round('confirmation')
      const { recommended, reserve } = await scene(stage)
      const [removed, ...others] = recommended
      const departures = [{ removed: removed ?? 0, added: reserve[0] }]
      const sent = confirm(stage, departures)
      await expect(sent)
        .to.emit(stage.round, 'Departed')
        .withArgs(removed, reserve[0], reason)
      const numbers = [...others, reserve[0]]
      await expect(sent)
        .to.emit(stage.round, 'Confirmed')
        .withArgs(someDigest, 1, 0, toBitField(numbers, 6))
      expect(await selectedOf(stage)).to.have.members(numbers)
      const { isRecommended } = await stage.round.outcome(removed ?? 0)
      expect(isRecommended, 'the ranking stands').to.be.true
    })

    it('removes one and adds nobody', async () => {
      const stage = await round('confirmation')
      const { recommended } = await scene(stage)
      const [removed, ...others] = recommended
      await confirm(stage, [{ removed: removed ?? 0, added: 0 }])
      expect(await selectedOf(stage)).to.have.members(others)
    })

    it('removes all', async () => {
      const stage = await round('confirmation')
      const { recommended } = await scene(stage)
      await confirm(
        stage,
        recommended.map((removed) => ({ removed, added: 0 })),
      )
      expect(await selectedOf(stage)).to.deep.equal([])
    })

    it('the order of the departures decides nothing', async () => {
      const stage = await round('confirmation')
      const { recommended, reserve } = await scene(stage)
      const [best, second, other] = recommended
      if (!best || !second || !other) return fail('recommended')
      const departures = [
        { removed: best, added: 0 },
        { removed: other, added: reserve[1] },
        { removed: second, added: reserve[0] },
      ]
      for (const order of [departures, departures.toReversed()]) {
        const again = await round('confirmation')
        await confirm(again, order)
        expect(await selectedOf(again)).to.have.members(reserve)
      }
    })

    it('the committee cannot add what too few reviewed', async () => {
      const rules = { seats: 2, minReviews: 1 }
      const stage = await rankedJury(rules, { values: [6, 5, 4, 0, 0, 0] })
      await toConfirmation(stage)
      await expectRefusal(
        confirm(stage, [{ removed: 1, added: 4 }]),
        stage.round,
        'Round_DepartureAdded',
        [4],
      )
      await confirm(stage, [{ removed: 1, added: 3 }])
      expect(await selectedOf(stage)).to.deep.equal([2, 3])
    })

    it('the committee cannot bring back what it removed elsewhere', async () => {
      const stage = await round('confirmation')
      const { recommended } = await scene(stage)
      const [best, second] = recommended
      await expectRefusal(
        confirm(stage, [
          { removed: best ?? 0, added: 0 },
          { removed: second ?? 0, added: best ?? 0 },
        ]),
        stage.round,
        'Round_DepartureAdded',
        [best],
      )
    })

    it('the committee cannot add one twice', async () => {
      const stage = await round('confirmation')
      const { recommended, reserve } = await scene(stage)
      const [best, second] = recommended
      await expectRefusal(
        confirm(stage, [
          { removed: best ?? 0, added: reserve[0] },
          { removed: second ?? 0, added: reserve[0] },
        ]),
        stage.round,
        'Round_DepartureAdded',
        [reserve[0]],
      )
    })

    for (const [ask, fits] of [
      [2_000n, true],
      [2_001n, false],
    ] as const)
      it(`with a budget of 2,000, ${fits ? 'adds' : 'cannot add'} one that asks for ${ask.toString()}`, async () => {
        const stage = await rankedJury(
          { seats: 0, budget: 2_000n },
          {
            values: [6, 5, 4, 3, 2, 0],
            details: (number) => ({ ask: number === 6 ? ask : 1_000n }),
          },
        )
        await toConfirmation(stage)
        const sent = confirm(stage, [
          { removed: 1, added: 6 },
          { removed: 2, added: 0 },
        ])
        if (!fits)
          return expectRefusal(
            sent,
            stage.round,
            'Round_DepartureBudget',
            [0, 2_001, 2_000],
          )
        await sent
        expect(await selectedOf(stage)).to.deep.equal([6])
      })

    it('with quotas, swaps two of one category and half', async () => {
      const load = makeMoments({
        rules: { quotas: [{ category: 1, seats: 3 }] },
      })
      const stage = await load('confirmation')
      const { recommended, reserve } = await scene(stage)
      await confirm(stage, [
        { removed: recommended[0] ?? 0, added: reserve[0] },
      ])
      expect(await selectedOf(stage)).to.include(reserve[0])
    })
  })
})

type DepartureOf = { removed: number; added: number }

function confirm(
  { round: contract, committee }: Played,
  departures: readonly DepartureOf[],
) {
  const whole = departures.map((one) => ({ ...one, reason }))
  return contract.connect(committee).confirm(whole, someDigest)
}

function answer({ round: contract, committee }: Played, objection: number) {
  return contract.connect(committee).answerObjection(objection, someDigest)
}

/** Two seats in half 0, one in half 1; the next of each stand by. */
async function scene(stage: Played) {
  const [first, second] = await honestOrders(stage)
  const reserve = [first[2] ?? fail('reserve'), second[1] ?? fail('reserve')]
  return {
    recommended: [...first.slice(0, 2), ...second.slice(0, 1)],
    reserve: reserve as [number, number],
  }
}

async function selectedBits(stage: Played): Promise<bigint[]> {
  return toBitField(await recommendedOf(stage), 6)
}
