/**
 * Ballots
 * ├── castBallots
 * │   ├── records the good ballots of a batch, as sent, as one page
 * │   ├── skips a bad one between good ones, with the error of a direct cast
 * │   ├── given no good one, makes no page
 * │   ├── keeps exactly 400, however many are skipped
 * │   └── the same batch twice changes nothing
 * ├── castBallot
 * │   └── records one ballot as a page of its own, by any hand
 * └── versions
 *     ├── a limit of 1 makes the first ballot final
 *     ├── limits of 3 and 15 count the last version, with gaps or without
 *     └── neighbours in one slot do not touch each other
 */
import { expect } from 'chai'
import { bytesToHex, hexToBytes, zeroAddress } from 'viem'
import {
  ballotDigest,
  ballotHeads,
  pageDigest,
  type SignedBallot,
} from '../../../protocol/ballot.ts'
import { keccak } from '../../../protocol/bytes.ts'
import { reviewer, signDigest, stranger } from '../support/accounts.ts'
import {
  castPage,
  type KnownBallot,
  makeBallot,
  opaqueEnvelope,
  packBatch,
  plainBallots,
} from '../support/ballots.ts'
import { makeMoments, type Played } from '../support/moments.ts'
import { expectRefusal } from '../support/refusal.ts'
import { fail, fullRoll, juryRules, upTo } from '../support/stage.ts'

const round = makeMoments({
  roll: (stage) => fullRoll(stage).with(11, zeroAddress),
})
const jury = (reviewers: number, ballotLimit: number) =>
  makeMoments({
    n: 2,
    rules: { ...juryRules, reviewers, ballotLimit, seats: 1 },
  })
const bigJury = jury(401, 3)

describe('Ballots', () => {
  describe('castBallots', () => {
    it('records the ballots, as sent, as one page', async () => {
      const stage = await round('review')
      const ballots = await plainBallots(stage, [3, 1, 2])
      await expect(castPage(stage, ballots))
        .to.emit(stage.round, 'PageCast')
        .withArgs(1, 3, packBatch(ballots))
      expect(await stage.round.page(1)).to.equal(digestOf(ballots))
      expect(await stage.round.ballotCounts()).to.deep.equal([1n, 3n, 0n])
    })

    it('numbers the pages in their order', async () => {
      const stage = await round('review')
      const pages = [
        await plainBallots(stage, [1]),
        await plainBallots(stage, [2, 3]),
      ]
      for (const ballots of pages) await castPage(stage, ballots)
      for (const [index, ballots] of pages.entries())
        expect(await stage.round.page(index + 1)).to.equal(digestOf(ballots))
      expect(await stage.round.ballotCounts()).to.deep.equal([2n, 3n, 0n])
    })

    const bad: Record<string, (stage: Played) => Promise<SignedBallot>> = {
      Round_NotOnRoll: (stage) =>
        makeBallot(stage, 13, [1, 2], { list: [1, 2] }),
      'Round_NotOnRoll (empty seat)': (stage) => makeBallot(stage, 12, [1, 2]),
      Round_BallotLimit: (stage) =>
        makeBallot(stage, 4, [1, 2], { version: 4 }),
      Round_BallotSuperseded: (stage) =>
        makeBallot(stage, 4, [1, 2], { version: 0 }),
      Round_BadSignature: (stage) =>
        makeBallot(stage, 4, [1, 2], {
          sign: (digest) => signDigest(stranger(), digest),
        }),
    }
    for (const [name, make] of Object.entries(bad)) {
      const error = name.split(' ')[0] ?? fail('error')
      it(`skips a bad one between good ones: ${name}`, async () => {
        const stage = await round('review')
        const [first, last] = await plainBallots(stage, [1, 2])
        if (!first || !last) return fail('ballots')
        const middle = await make(stage)
        const sent = castPage(stage, [first, middle, last])
        await expect(sent)
          .to.emit(stage.round, 'BallotSkipped')
          .withArgs(
            middle.reviewer,
            middle.version,
            bytesToHex(middle.seal),
            selectorOf(stage, error),
          )
        await expect(sent)
          .to.emit(stage.round, 'PageCast')
          .withArgs(1, 2, packBatch([first, last]))
        expect(await stage.round.page(1)).to.equal(digestOf([first, last]))
        expect(await stage.round.lastVersion(4)).to.equal(0)
      })
    }

    it('a relayer cannot cast a reviewer’s ballot in another round', async () => {
      const one = await round('review')
      const [ballot] = await plainBallots(one, [1])
      const other = await makeMoments()('review')
      await expectRefusal(
        other.round.castBallot(packBatch([ballot ?? fail('ballot')])),
        other.round,
        'Round_BadSignature',
        [reviewer(1).address],
      )
    })

    it('a reviewer may copy a seal, which then opens for nobody else', async () => {
      const stage = await round('review')
      const [original] = await plainBallots(stage, [1])
      const copy = await makeBallot(stage, 2, [1, 2])
      const { seal, envelope } = original ?? fail('ballot')
      const copied = { ...copy, seal, envelope }
      const digest = ballotDigest(stage.separator, copied)
      const signature = signDigest(reviewer(2), digest)
      await castPage(stage, [{ ...copied, signature }])
      expect(await stage.round.lastVersion(2)).to.equal(1)
    })

    it('makes no page of none', async () => {
      const stage = await round('review')
      const skipped = await makeBallot(stage, 1, [1, 2], { version: 0 })
      for (const batch of ['0x', packBatch([skipped, skipped])] as const) {
        expect(await stage.round.castBallots.staticCall(batch)).to.equal(0)
        await expect(stage.round.castBallots(batch)).not.to.emit(
          stage.round,
          'PageCast',
        )
      }
      expect(await stage.round.ballotCounts()).to.deep.equal([0n, 0n, 0n])
    })

    it('the same batch twice changes nothing', async () => {
      const stage = await round('review')
      const ballots = await plainBallots(stage, [1, 2])
      await castPage(stage, ballots)
      await expect(castPage(stage, ballots)).not.to.emit(
        stage.round,
        'PageCast',
      )
      expect(await stage.round.ballotCounts()).to.deep.equal([1n, 2n, 0n])
    })

    it('a batch that holds a ballot twice records it once', async () => {
      const stage = await round('review')
      const [ballot] = await plainBallots(stage, [1])
      const twice = [ballot ?? fail('ballot'), ballot ?? fail('ballot')]
      await expect(castPage(stage, twice))
        .to.emit(stage.round, 'PageCast')
        .withArgs(1, 1, packBatch(twice.slice(1)))
    })

    it('takes several versions of a reviewer in one page', async () => {
      const stage = await round('review')
      const ballots: KnownBallot[] = []
      for (const version of [1, 3])
        ballots.push(await makeBallot(stage, 1, [1, 2], { version }))
      await castPage(stage, ballots)
      expect(await stage.round.ballotCounts()).to.deep.equal([1n, 1n, 0n])
      expect(await stage.round.lastVersion(1)).to.equal(3)
    })

    it('keeps 400, and a skipped one beside them', async () => {
      const stage = await bigJury('review')
      const envelope = opaqueEnvelope(stage)
      const ballots = await plainBallots(stage, upTo(400), { envelope })
      const [bad] = await plainBallots(stage, [401], { envelope, version: 0 })
      await castPage(stage, [bad ?? fail('ballot'), ...ballots])
      expect(await stage.round.page(1)).to.equal(digestOf(ballots))
      expect(await stage.round.ballotCounts()).to.deep.equal([1n, 400n, 0n])
    })
  })

  describe('castBallot', () => {
    it('records one ballot as a page of its own, by any hand', async () => {
      const stage = await round('review')
      const ballots = await plainBallots(stage, [1])
      const batch = packBatch(ballots)
      expect(await stage.round.castBallot.staticCall(batch)).to.equal(1)
      await expect(stage.round.castBallot(batch))
        .to.emit(stage.round, 'PageCast')
        .withArgs(1, 1, batch)
      expect(await stage.round.page(1)).to.equal(digestOf(ballots))
    })
  })

  describe('versions', () => {
    it('a limit of 1 makes the first ballot final', async () => {
      const stage = await jury(6, 1)('review')
      await cast(stage, 1, 1)
      await expectRefusal(
        cast(stage, 1, 1),
        stage.round,
        'Round_BallotSuperseded',
        [1, 1, 1],
      )
      await expectRefusal(
        cast(stage, 1, 2),
        stage.round,
        'Round_BallotLimit',
        [1, 2, 1],
      )
    })

    for (const [limit, versions] of [
      [2, [1, 2]],
      [3, [1, 3]],
      [4, [3, 4]],
      [15, [1, 2, 7, 8, 15]],
    ] as const)
      it(`a limit of ${limit} takes versions ${versions.join(', ')}`, async () => {
        const stage = await jury(6, limit)('review')
        for (const version of versions) {
          await cast(stage, 1, version)
          expect(await stage.round.lastVersion(1)).to.equal(version)
          await expectRefusal(
            cast(stage, 1, version),
            stage.round,
            'Round_BallotSuperseded',
            [1, version, version],
          )
        }
        expect((await stage.round.ballotCounts()).cast).to.equal(1)
      })

    // One slot holds 256, 128 or 64 reviewers.
    for (const [limit, inSlot] of [
      [1, 256],
      [3, 128],
      [15, 64],
    ] as const)
      it(`a limit of ${limit} keeps ${inSlot} reviewers apart in one slot`, async () => {
        const stage = await jury(401, limit)('review')
        const chosen = [1, 2, inSlot - 1, inSlot, inSlot + 1]
        for (const number of chosen) await cast(stage, number, limit)
        const seen: number[] = []
        for (const number of upTo(inSlot + 2))
          if ((await stage.round.lastVersion(number)) === BigInt(limit))
            seen.push(number)
        expect(seen).to.deep.equal(chosen)
      })

    it('are 0 before the draw, and for nobody', async () => {
      const before = await round('frozen')
      expect(await before.round.lastVersion(1)).to.equal(0)
      const stage = await round('review')
      expect(await stage.round.lastVersion(0)).to.equal(0)
    })
  })
})

/** The digest that the contract keeps of a page. */
function digestOf(ballots: readonly SignedBallot[]) {
  const batch = keccak(hexToBytes(packBatch(ballots)))
  return bytesToHex(pageDigest(ballotHeads(ballots), batch))
}

function selectorOf({ round: contract }: Played, error: string) {
  const fragment = contract.interface.getError(error)
  return fragment?.selector
}

async function cast(stage: Played, number: number, version: number) {
  const envelope = opaqueEnvelope(stage)
  const change = { version, envelope }
  const ballot = await makeBallot(stage, number, [1, 2], change)
  return stage.round.castBallot(packBatch([ballot]))
}
