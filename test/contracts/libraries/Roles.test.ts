/**
 * Roles
 * ├── offerRole, acceptRole
 * │   ├── hand a role over in two steps; the first holder can no more
 * │   ├── the holder may offer again, or take the offer back
 * │   ├── the admin may replace registrar and screener before the freeze
 * │   ├── a holder may hand over after the freeze too
 * │   └── an offer that was accepted is gone
 * └── cancel
 *     ├── ends the round in every phase before the close
 *     ├── stops ballots at once
 *     └── stands for good
 */
import { expect } from 'chai'
import { ZeroAddress } from 'ethers'
import { packBatch, plainBallots } from '../support/ballots.ts'
import { time } from '../support/chain.ts'
import { makeMoments, type Moment } from '../support/moments.ts'
import { phases } from '../support/phases.ts'
import { expectRefusal } from '../support/refusal.ts'
import { someDigest } from '../support/stage.ts'

const role = { admin: 0, registrar: 1, screener: 2, committee: 3 } as const
const round = makeMoments()
const beforeTheClose: readonly Moment[] = [
  'registration',
  'screening',
  'roll',
  'frozen',
  'drawn',
  'review',
]

describe('Roles', () => {
  describe('offerRole and acceptRole', () => {
    for (const name of ['admin', 'registrar', 'screener', 'committee'] as const)
      it(`hand the role of ${name} over in two steps`, async () => {
        const stage = await round('registration')
        const { anyone } = stage
        const holder = stage[name]
        const byHolder = stage.round.connect(holder)
        await expect(byHolder.offerRole(role[name], anyone))
          .to.emit(stage.round, 'RoleOffered')
          .withArgs(role[name], anyone.address, holder.address)
        expect(await stage.round.holder(role[name])).to.equal(holder.address)
        expect(await stage.round.offered(role[name])).to.equal(anyone.address)
        await expect(stage.round.acceptRole(role[name]))
          .to.emit(stage.round, 'RoleAccepted')
          .withArgs(role[name], holder.address, anyone.address)
        expect(await stage.round.holder(role[name])).to.equal(anyone.address)
        await expectRefusal(
          byHolder.offerRole(role[name], holder),
          stage.round,
          'Round_NotHolder',
          [role[name], holder.address],
        )
      })

    it('an accepted offer is gone: the first holder cannot be followed twice', async () => {
      const stage = await round('registration')
      const { admin, anyone } = stage
      await stage.round.connect(admin).offerRole(role.admin, anyone)
      await stage.round.acceptRole(role.admin)
      expect(await stage.round.offered(role.admin)).to.equal(ZeroAddress)
      await expectRefusal(
        stage.round.acceptRole(role.admin),
        stage.round,
        'Round_NotOffered',
        [role.admin, anyone.address],
      )
    })

    it('the last offer holds', async () => {
      const {
        round: contract,
        admin,
        screener,
        anyone,
      } = await round('registration')
      await contract.connect(admin).offerRole(role.admin, anyone)
      await contract.connect(admin).offerRole(role.admin, screener)
      await expectRefusal(
        contract.acceptRole(role.admin),
        contract,
        'Round_NotOffered',
        [role.admin, anyone.address],
      )
      await contract.connect(screener).acceptRole(role.admin)
      expect(await contract.holder(role.admin)).to.equal(screener.address)
    })

    it('an offer to nobody takes the offer back', async () => {
      const { round: contract, admin, anyone } = await round('registration')
      await contract.connect(admin).offerRole(role.admin, anyone)
      await contract.connect(admin).offerRole(role.admin, ZeroAddress)
      await expectRefusal(
        contract.acceptRole(role.admin),
        contract,
        'Round_NotOffered',
        [role.admin, anyone.address],
      )
    })

    for (const name of ['registrar', 'screener'] as const)
      it(`the admin replaces a ${name} whose key is lost`, async () => {
        const { round: contract, admin, anyone } = await round('roll')
        await contract.connect(admin).offerRole(role[name], anyone)
        await contract.acceptRole(role[name])
        expect(await contract.holder(role[name])).to.equal(anyone.address)
      })

    it('the committee hands over after the freeze as well', async () => {
      const { round: contract, committee, anyone } = await round('review')
      await contract.connect(committee).offerRole(role.committee, anyone)
      await contract.acceptRole(role.committee)
      expect(await contract.holder(role.committee)).to.equal(anyone.address)
    })
  })

  describe('cancel', () => {
    for (const moment of beforeTheClose)
      it(`ends the round at "${moment}"`, async () => {
        const stage = await round(moment)
        await expect(stage.round.connect(stage.admin).cancel(someDigest))
          .to.emit(stage.round, 'RoundCancelled')
          .withArgs(someDigest)
        expect(await stage.round.phase()).to.equal(phases.cancelled)
      })

    it('stops ballots at once', async () => {
      const stage = await round('review')
      const ballots = await plainBallots(stage, [1])
      await stage.round.connect(stage.admin).cancel(someDigest)
      await expectRefusal(
        stage.round.castBallot(packBatch(ballots)),
        stage.round,
        'Round_WrongPhase',
        [phases.cancelled],
      )
    })

    it('stands for good', async () => {
      const stage = await round('review')
      await stage.round.connect(stage.admin).cancel(someDigest)
      for (const at of [
        stage.rules.times.close,
        stage.rules.times.openUntil + 1,
      ]) {
        await time.increaseTo(at)
        expect(await stage.round.phase()).to.equal(phases.cancelled)
      }
    })
  })
})
