/**
 * Proposals
 * ├── registerProposal
 * │   ├── takes a proposal signed by its key, or sent by it
 * │   ├── a replacement returns to pending and keeps its place
 * │   ├── versions rise, with gaps or without
 * │   └── a withdrawn proposal may be registered again
 * ├── withdrawProposal
 * │   ├── before the roster: pending, accepted and refused ones are out
 * │   ├── after the roster: it keeps its number and is marked
 * │   ├── works until the ranking, signed or sent
 * │   └── a proposal that is not on the roster cannot be withdrawn after it
 * ├── screen
 * │   ├── accepts and refuses named versions, many in one call
 * │   ├── may change its mind until the roster
 * │   └── a screener cannot accept a text that was changed meanwhile
 * └── extendRoster
 *     ├── numbers the accepted in the order of registration, others left out
 *     ├── keeps keys, categories and asks at their full width
 *     └── given more than 256, takes parts of exactly 256 and the rest
 */
import { expect } from 'chai'
import { getAddress } from 'ethers'
import type { Hex } from 'viem'
import { applicant } from '../support/accounts.ts'
import { screen, withdraw } from '../support/acts.ts'
import { time } from '../support/chain.ts'
import { makeMoments, type Moment, type Played } from '../support/moments.ts'
import { expectRefusal } from '../support/refusal.ts'
import {
  extendRoster,
  register,
  screenAll,
  someDigest,
  upTo,
} from '../support/stage.ts'

const state = {
  none: 0n,
  pending: 1n,
  accepted: 2n,
  refused: 3n,
  withdrawn: 4n,
} as const
const otherDigest: Hex = `0x${'e2'.repeat(32)}`
const key = (number: number) => applicant(number).address
const checksum = (number: number) => getAddress(key(number))

const round = makeMoments()

describe('Proposals', () => {
  describe('registerProposal', () => {
    it('takes a proposal signed by its key', async () => {
      const stage = await round('registration')
      await expect(register(stage, 7, { category: 9, ask: 5n }))
        .to.emit(stage.round, 'ProposalRegistered')
        .withArgs(checksum(7), 1, someDigest, 9, 5, 7)
      expect(await proposal(stage, 7)).to.deep.equal({
        digest: someDigest,
        ask: 5n,
        version: 1n,
        ordinal: 7n,
        category: 9n,
        number: 0n,
        state: state.pending,
      })
    })

    it('takes a proposal that its key sends itself', async () => {
      const stage = await round('registration')
      const { anyone } = stage
      const input = { version: 3, digest: someDigest, category: 1, ask: 2n }
      await stage.round.registerProposal(anyone, input, '0x')
      const { version } = await stage.round.proposal(anyone)
      expect(version).to.equal(3)
    })

    it('a replacement returns to pending and keeps its place', async () => {
      const stage = await round('registration')
      await screen(stage, 2)
      await register(stage, 2, { version: 2, digest: otherDigest })
      const { state: now, ordinal, digest } = await proposal(stage, 2)
      expect([now, ordinal, digest]).to.deep.equal([
        state.pending,
        2n,
        otherDigest,
      ])
      expect((await stage.round.rosterSize()).accepted).to.equal(0)
    })

    it('lets versions rise with gaps, up to the highest', async () => {
      const stage = await round('registration')
      for (const version of [5, 6, 2 ** 32 - 1])
        await register(stage, 1, { version })
      await expectRefusal(
        register(stage, 1, { version: 2 ** 32 - 1 }),
        stage.round,
        'Round_ProposalVersion',
        [key(1), 2 ** 32 - 1, 2 ** 32 - 1],
      )
    })

    it('takes a withdrawn proposal again, at its old place', async () => {
      const stage = await round('registration')
      await withdraw(stage, 1)
      await register(stage, 1, { version: 3 })
      const { state: now, ordinal } = await proposal(stage, 1)
      expect([now, ordinal]).to.deep.equal([state.pending, 1n])
    })
  })

  describe('withdrawProposal', () => {
    for (const [name, accepted] of [
      ['a pending', undefined],
      ['an accepted', true],
      ['a refused', false],
    ] as const)
      it(`takes out ${name} proposal before the roster`, async () => {
        const stage = await round('registration')
        if (accepted !== undefined) await screen(stage, 1, { accepted })
        await expect(withdraw(stage, 1))
          .to.emit(stage.round, 'ProposalWithdrawn')
          .withArgs(checksum(1), 2, 0)
        expect((await proposal(stage, 1)).state).to.equal(state.withdrawn)
        expect((await stage.round.rosterSize()).accepted).to.equal(0)
      })

    it('leaves the roster to the others', async () => {
      const stage = await round('screening')
      await screenAll(stage)
      await withdraw(stage, 2)
      await stage.round
        .connect(stage.admin)
        .extendRoster([1, 3, 4, 5, 6].map(key))
      expect(await numbers(stage)).to.deep.equal([1, 0, 2, 3, 4, 5])
    })

    it('works for the key that sends itself', async () => {
      const stage = await round('registration')
      const { anyone } = stage
      const input = { version: 1, digest: someDigest, category: 1, ask: 2n }
      await stage.round.registerProposal(anyone, input, '0x')
      await stage.round.withdrawProposal(anyone, 2, '0x')
      const { state: now } = await stage.round.proposal(anyone)
      expect(now).to.equal(state.withdrawn)
    })

    const late: readonly Moment[] = [
      'roll',
      'frozen',
      'review',
      'closed',
      'keyCame',
      'ranking',
    ]
    for (const moment of late)
      it(`marks a proposal that keeps its number, at "${moment}"`, async () => {
        const stage = await round(moment)
        await expect(withdraw(stage, 3))
          .to.emit(stage.round, 'ProposalWithdrawn')
          .withArgs(checksum(3), 2, 3)
        expect((await stage.round.rosterEntry(3)).key).to.equal(checksum(3))
        const marks = upTo(6).map((number) => stage.round.isWithdrawn(number))
        expect(await Promise.all(marks)).to.deep.equal(
          upTo(6).map((number) => number === 3),
        )
        const { accepted, onRoster } = await stage.round.rosterSize()
        expect([accepted, onRoster]).to.deep.equal([6n, 6n])
      })

    it('nobody withdraws twice after the roster', async () => {
      const stage = await round('roll')
      await withdraw(stage, 3)
      await expectRefusal(
        withdraw(stage, 3, 3),
        stage.round,
        'Round_NoProposal',
        [key(3)],
      )
    })

    for (const [name, accepted] of [
      ['pending', undefined],
      ['refused', false],
    ] as const)
      it(`a ${name} proposal cannot be withdrawn after the roster`, async () => {
        const stage = await round('registration')
        await screenAll(stage)
        await register(stage, 7)
        if (accepted === false) await screen(stage, 7, { accepted })
        await time.increaseTo(stage.rules.times.registerUntil + 1)
        await extendRoster(stage)
        await expectRefusal(
          withdraw(stage, 7),
          stage.round,
          'Round_NoProposal',
          [key(7)],
        )
      })
  })

  describe('screen', () => {
    it('accepts and refuses named versions in one call', async () => {
      const stage = await round('screening')
      const decisions = upTo(6).map((number) => ({
        key: key(number),
        version: 1,
        accepted: number % 2 === 1,
        reason: otherDigest,
      }))
      const sent = stage.round.connect(stage.screener).screen(decisions)
      await expect(sent)
        .to.emit(stage.round, 'ProposalScreened')
        .withArgs(checksum(1), 1, true, otherDigest)
      await expect(sent)
        .to.emit(stage.round, 'ProposalScreened')
        .withArgs(checksum(2), 1, false, otherDigest)
      expect((await stage.round.rosterSize()).accepted).to.equal(3)
      expect((await proposal(stage, 2)).state).to.equal(state.refused)
    })

    it('may change its mind until the roster', async () => {
      const stage = await round('screening')
      const counts: bigint[] = []
      for (const accepted of [true, true, false, false, true]) {
        await screen(stage, 1, { accepted })
        counts.push((await stage.round.rosterSize()).accepted)
      }
      expect(counts).to.deep.equal([1n, 1n, 0n, 0n, 1n])
    })

    it('a refused proposal is replaced and accepted', async () => {
      const stage = await round('registration')
      await screen(stage, 1, { accepted: false })
      await register(stage, 1, { version: 2 })
      await screen(stage, 1, { version: 2 })
      expect((await proposal(stage, 1)).state).to.equal(state.accepted)
    })

    it('a screener cannot accept a text that was changed meanwhile', async () => {
      const stage = await round('registration')
      await register(stage, 1, { version: 2, digest: otherDigest })
      await expectRefusal(
        screen(stage, 1, { version: 1 }),
        stage.round,
        'Round_ScreenedVersion',
        [key(1), 1, 2],
      )
      expect((await proposal(stage, 1)).state).to.equal(state.pending)
    })
  })

  describe('extendRoster', () => {
    it('numbers the accepted in the order of registration', async () => {
      const stage = await round('registration')
      // A replacement keeps its place, a refusal leaves none.
      await register(stage, 1, { version: 2 })
      for (const number of [2, 3, 5, 6]) await screen(stage, number)
      await screen(stage, 1, { version: 2 })
      await screen(stage, 4, { accepted: false })
      await time.increaseTo(stage.rules.times.registerUntil + 1)
      const keys = [1, 2, 3, 5, 6].map(key)
      const sent = stage.round.connect(stage.admin).extendRoster(keys)
      await expect(sent)
        .to.emit(stage.round, 'RosterExtended')
        .withArgs(1, [1, 2, 3, 5, 6].map(checksum))
      await expect(sent).to.emit(stage.round, 'RosterFixed').withArgs(5)
      expect(await numbers(stage)).to.deep.equal([1, 2, 3, 0, 4, 5])
      expect(await stage.round.rosterSize()).to.deep.equal([5n, 5n, true])
    })

    it('keeps keys, categories and asks at their full width', async () => {
      const widest = { category: 65_535, ask: 2n ** 128n - 1n }
      const load = makeMoments({
        details: (number) => (number === 2 ? widest : { category: 0, ask: 0n }),
      })
      const stage = await load('roll')
      expect(await stage.round.rosterEntry(1)).to.deep.equal([
        checksum(1),
        0n,
        0n,
      ])
      expect(await stage.round.rosterEntry(2)).to.deep.equal([
        checksum(2),
        65_535n,
        2n ** 128n - 1n,
      ])
      expect((await stage.round.rosterEntry(3)).key).to.equal(checksum(3))
    })

    it('takes parts of exactly 256 and the rest', async () => {
      const load = makeMoments({
        n: 258,
        rules: { seatsPerCommunity: 1 },
        details: (number) => ({ category: number, ask: BigInt(number) }),
      })
      const stage = await load('screening')
      const admin = stage.round.connect(stage.admin)
      await screenAll(stage)
      for (const length of [255, 257])
        await expectRefusal(
          admin.extendRoster(upTo(length).map(key)),
          stage.round,
          'Round_RosterPart',
          [length, 256],
        )
      const first = admin.extendRoster(upTo(256).map(key))
      await expect(first).not.to.emit(stage.round, 'RosterFixed')
      expect(await stage.round.rosterSize()).to.deep.equal([258n, 256n, false])
      await expect(admin.extendRoster([257, 258].map(key)))
        .to.emit(stage.round, 'RosterExtended')
        .withArgs(257, [257, 258].map(checksum))
      for (const number of [1, 256, 257, 258])
        expect(await stage.round.rosterEntry(number)).to.deep.equal([
          checksum(number),
          BigInt(number),
          BigInt(number),
        ])
    })

    it('needs no second part for exactly 256', async () => {
      const load = makeMoments({ n: 256, rules: { seatsPerCommunity: 1 } })
      const stage = await load('roll')
      expect(await stage.round.rosterSize()).to.deep.equal([256n, 256n, true])
    })
  })
})

async function proposal({ round: contract }: Played, number: number) {
  const found = await contract.proposal(key(number))
  const { digest, ask, version, ordinal, category } = found
  return {
    digest,
    ask,
    version,
    ordinal,
    category,
    number: found.number,
    state: found.state,
  }
}

/** Numbers on the roster of the first six that were registered. */
async function numbers(stage: Played): Promise<number[]> {
  const found = upTo(6).map((number) => proposal(stage, number))
  return (await Promise.all(found)).map((one) => Number(one.number))
}
