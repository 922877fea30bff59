// release
// ├── 3 of 5, one absent
// │   ├── any 3, 4 or 5 of them, in any order → the same lottery key and seed
// │   ├── fewer than 3 → no draw
// │   └── any 3 ballot shares → the key comes, and opens the envelopes
// ├── a wrong share, of either purpose → refused, whatever is wrong with it
// ├── a share twice → refused
// ├── lottery shares before the block hash → refused
// ├── ballot shares outside their window → refused
// └── 1 of 1
//     ├── the lone trustee runs a whole round
//     ├── it publishes no shares, and complains about nobody
//     ├── another attempt has one trustee too
//     └── a small secret plus the order, or −s − 2h/r → refused
import { p256 } from '@noble/curves/nist.js'
import { numberToBytesBE } from '@noble/curves/utils.js'
import { expect } from 'chai'
import type { Hash } from 'viem'
import { drawSeed } from '../../../protocol/drawSeed.ts'
import { createEnvelopeOpener } from '../../../protocol/envelope.ts'
import { finishKeys } from '../../../protocol/keyGeneration.ts'
import { createPackage } from '../../../protocol/keyPackage.ts'
import { openPage as openByKey } from '../../../protocol/opening.ts'
import { checkShare, combineShares } from '../../../protocol/release.ts'
import { castPage, listOf, makeBallot, openPage } from '../support/ballots.ts'
import {
  deployFactory,
  loadFixture,
  mine,
  networkHelpers,
  time,
} from '../support/chain.ts'
import {
  confirmKeys,
  createRound,
  currentAttempt,
  fail,
  freeze,
  makeDraw,
  publishRoll,
  releaseShares,
  type Stage,
  toClose,
  toFrozen,
  toKeyCame,
  toRoll,
  upTo,
} from '../support/stage.ts'
import {
  almostSecrets,
  asTrustee,
  makeTrusteeRules,
  passesChecks,
} from '../support/trustees.ts'

const order = p256.Point.Fn.ORDER
const ballot = 0
const lottery = 1
type Purpose = typeof ballot | typeof lottery

const sizes = { threshold: 3, count: 5 }

/** Frozen, the hash of the draw's block stored. */
async function blockStored() {
  const deployment = await deployFactory()
  const { threshold, count } = sizes
  const rules = await makeTrusteeRules(deployment, threshold, count)
  const stage = await createRound(deployment, rules)
  await toFrozen(stage, 4)
  await mine(rules.drawDelay + 1)
  return stage
}

/** Two ballots cast, and the time of the ballot shares. */
async function releasing() {
  const stage = await blockStored()
  await makeDraw(stage)
  await time.increaseTo(stage.rules.times.reviewFrom)
  const ballots = [
    await makeBallot(stage, 1, [5, 1]),
    await makeBallot(stage, 2, [2, 3]),
  ]
  await castPage(stage, ballots)
  await toClose(stage)
  await time.increaseTo(stage.rules.times.releaseFrom)
  return { stage, ballots }
}

function shareOf({ trustees }: Stage, purpose: Purpose, number: number) {
  const own = trustees?.shares[number - 1] ?? fail(`share ${number}`)
  return purpose === ballot ? own.ballotShare : own.lotteryShare
}

/** All ways to choose so many of 1 to 5, each in rising order. */
function choices(size: number, from = upTo(sizes.count)): number[][] {
  if (size === 0) return [[]]
  return from.flatMap((first, index) =>
    choices(size - 1, from.slice(index + 1)).map((rest) => [first, ...rest]),
  )
}

async function undone<T>(act: () => Promise<T>): Promise<T> {
  const snapshot = await networkHelpers.takeSnapshot()
  const result = await act()
  await snapshot.restore()
  return result
}

/** What combining them must give. */
function combined(stage: Stage, purpose: Purpose, numbers: readonly number[]) {
  const released = numbers.map((trustee) => ({
    trustee,
    share: shareOf(stage, purpose, trustee),
  }))
  const size = { threshold: sizes.threshold, trustees: sizes.count }
  return combineShares(size, released)
}

describe('release', () => {
  describe('of lottery shares', () => {
    const all = [3, 4, 5].flatMap((size) => choices(size))
    // The order in which they arrive must not matter either.
    const inOrders = [...all, ...all.map((numbers) => numbers.toReversed())]

    it('gives one seed, whoever of the five is absent', async () => {
      const stage = await loadFixture(blockStored)
      const { id, round, trustees } = stage
      await round.storeDrawBlock()
      const { hash } = await round.drawBlock()
      const key = combined(stage, lottery, [1, 2, 3])
      expect(checkShare(key, trustees!.keys.lotteryKey)).to.be.true
      const seed = drawSeed({ ...id, lottery: key, blockHash: hash as Hash })
      for (const numbers of inOrders) {
        expect(combined(stage, lottery, numbers)).to.equal(key)
        const drawn = await undone(async () => {
          await releaseShares(stage, lottery, numbers)
          await round.draw()
          return round.seed()
        })
        expect(drawn, numbers.join()).to.equal(seed)
      }
    })

    it('asks for three of them', async () => {
      const stage = await loadFixture(blockStored)
      await stage.round.storeDrawBlock()
      for (const numbers of choices(2)) {
        await undone(async () => {
          await releaseShares(stage, lottery, numbers)
          await expect(stage.round.draw())
            .to.be.revertedWithCustomError(stage.round, 'Round_LotteryShares')
            .withArgs(2, 3)
        })
      }
    })

    it('comes after the hash of the block', async () => {
      const stage = await loadFixture(blockStored)
      await expect(
        releaseShares(stage, lottery, [1]),
      ).to.be.revertedWithCustomError(stage.round, 'Round_BlockHashFirst')
    })
  })

  describe('of ballot shares', () => {
    it('brings the key with any three, which opens the envelopes', async () => {
      const { stage, ballots } = await loadFixture(releasing)
      const { keys } = stage.trustees!
      const lists = new Map<number, number[]>()
      for (const { reviewer } of ballots)
        lists.set(reviewer, await listOf(stage, reviewer))
      for (const numbers of choices(3)) {
        const secret = combined(stage, ballot, numbers)
        expect(checkShare(secret, keys.ballotKey)).to.be.true
        const opener = await createEnvelopeOpener(stage.separator, secret)
        const openings = await openByKey(
          opener,
          ballots,
          (number) => lists.get(number) ?? [],
        )
        const [last = 0, ...first] = numbers.toReversed()
        await undone(async () => {
          await releaseShares(stage, ballot, first)
          expect(await stage.round.keyCame()).to.be.false
          await expect(
            stage.round.releaseShare(
              ballot,
              last,
              shareOf(stage, ballot, last),
            ),
          ).to.emit(stage.round, 'KeyCame')
          await openPage(stage, 1, ballots, openings)
          expect((await stage.round.ballotCounts()).settled).to.equal(2)
        })
      }
    })

    it('brings the key once', async () => {
      const { stage } = await loadFixture(releasing)
      await releaseShares(stage, ballot, [1, 2, 3])
      const fourth = stage.round.releaseShare(
        ballot,
        4,
        shareOf(stage, ballot, 4),
      )
      await expect(fourth).to.emit(stage.round, 'ShareReleased')
      await expect(fourth).not.to.emit(stage.round, 'KeyCame')
      expect(await stage.round.released(ballot)).to.equal(0b01111)
    })

    it('has its window, both ends included', async () => {
      const { stage } = await loadFixture(releasing)
      const { releaseFrom, releaseUntil } = stage.rules.times
      const { round } = stage
      await undone(async () => {
        await time.setNextBlockTimestamp(releaseUntil)
        await releaseShares(stage, ballot, [1])
        await expect(releaseShares(stage, ballot, [2]))
          .to.be.revertedWithCustomError(round, 'Round_ReleaseWindow')
          .withArgs(releaseFrom, releaseUntil)
      })
      const early = await loadFixture(closed)
      const times = early.rules.times
      await time.setNextBlockTimestamp(times.releaseFrom - 1)
      await expect(releaseShares(early, ballot, [1]))
        .to.be.revertedWithCustomError(early.round, 'Round_ReleaseWindow')
        .withArgs(times.releaseFrom, times.releaseUntil)
      await time.setNextBlockTimestamp(times.releaseFrom)
      await releaseShares(early, ballot, [1])
    })
  })

  describe('of a wrong share', () => {
    const wrongs: Record<string, (stage: Stage, purpose: Purpose) => bigint> = {
      zero: () => 0n,
      one: () => 1n,
      'the order': () => order,
      'the order and one': () => order + 1n,
      'the largest number': () => 2n ** 256n - 1n,
      "another trustee's": (stage, purpose) => shareOf(stage, purpose, 2),
      'that of the other purpose': (stage, purpose) =>
        shareOf(stage, purpose === ballot ? lottery : ballot, 1),
      'one more': (stage, purpose) => (shareOf(stage, purpose, 1) + 1n) % order,
      'its negative': (stage, purpose) => order - shareOf(stage, purpose, 1),
      '−s − 2h/r for the first h': (stage, purpose) =>
        almostSecrets(shareOf(stage, purpose, 1))[0]!,
      '−s − 2h/r for the second h': (stage, purpose) =>
        almostSecrets(shareOf(stage, purpose, 1))[1]!,
      'the whole secret': (stage, purpose) =>
        combined(stage, purpose, [1, 2, 3]),
    }
    const shareWrong = async (stage: Stage, purpose: Purpose) => {
      const { round } = stage
      for (const [name, wrong] of Object.entries(wrongs))
        await expect(
          round.releaseShare(purpose, 1, wrong(stage, purpose)),
          name,
        )
          .to.be.revertedWithCustomError(round, 'Round_ShareWrong')
          .withArgs(purpose, 1)
      for (const nobody of [0, 6])
        await expect(round.releaseShare(purpose, nobody, 1n))
          .to.be.revertedWithCustomError(round, 'Round_TrusteeNumber')
          .withArgs(nobody, 5)
      expect(await round.released(purpose)).to.equal(0)
      await releaseShares(stage, purpose, [1])
      await expect(releaseShares(stage, purpose, [1]))
        .to.be.revertedWithCustomError(round, 'Round_ShareReleased')
        .withArgs(purpose, 1)
      expect(await round.released(purpose)).to.equal(1)
    }

    it('would pass by one of the two checks alone', async () => {
      const stage = await loadFixture(blockStored)
      const share = shareOf(stage, lottery, 1)
      const point = stage.trustees!.keys.lotteryShares[0]!
      expect(passesChecks(share, point)).to.deep.equal([true, true])
      const [first = 0n, second = 0n] = almostSecrets(share)
      expect(passesChecks(first, point)).to.deep.equal([true, false])
      expect(passesChecks(second, point)).to.deep.equal([false, true])
    })

    it('refuses it for the lottery', async () => {
      const stage = await loadFixture(blockStored)
      await stage.round.storeDrawBlock()
      await shareWrong(stage, lottery)
    })

    it('refuses it for the ballots', async () => {
      const { stage } = await loadFixture(releasing)
      await shareWrong(stage, ballot)
    })
  })

  describe('of 1 of 1', () => {
    it('runs a whole round', async () => {
      const { stage, ballots } = await loadFixture(lone)
      await toClose(stage)
      await toKeyCame(stage)
      expect(await stage.round.keyCame()).to.be.true
      await openPage(stage, 1, ballots)
      expect((await stage.round.ballotCounts()).settled).to.equal(1)
    })

    it('has neither shares to send nor anybody to accuse', async () => {
      const { stage, attempt, message, secret } = await loadFixture(lonePackage)
      const round = await asTrustee(stage, attempt, 1)
      await expect(round.publishShares(1, new Uint8Array()))
        .to.be.revertedWithCustomError(round, 'Round_TrusteeStep')
        .withArgs(1)
      await expect(round.disputeShare(1, 1, secret, message))
        .to.be.revertedWithCustomError(round, 'Round_TrusteeStep')
        .withArgs(1)
    })

    it('has one trustee in every attempt', async () => {
      const { stage } = await loadFixture(lonePackage)
      const admin = stage.round.connect(stage.admin)
      const two = [stage.admin.address, stage.anyone.address]
      await expect(admin.startAttempt(two, stage.rules.document))
        .to.be.revertedWithCustomError(admin, 'Round_TrusteeCount')
        .withArgs(2, 1, 1)
      await admin.startAttempt(two.slice(1), stage.rules.document)
      expect((await stage.round.attempt()).trustees).to.deep.equal(two.slice(1))
    })

    it('refuses all that only looks like a small secret', async () => {
      const { stage, secret } = await loadFixture(lonePackage)
      const { round } = stage
      await freeze(stage)
      await mine(stage.rules.drawDelay + 1)
      await round.storeDrawBlock()
      for (const wrong of [secret + order, ...almostSecrets(secret)])
        await expect(round.releaseShare(lottery, 1, wrong))
          .to.be.revertedWithCustomError(round, 'Round_ShareWrong')
          .withArgs(lottery, 1)
      await round.releaseShare(lottery, 1, secret)
      await round.draw()
    })
  })
})

async function closed() {
  const stage = await blockStored()
  await makeDraw(stage)
  await toClose(stage)
  return stage
}

async function loneRound() {
  const deployment = await deployFactory()
  return createRound(deployment, await makeTrusteeRules(deployment, 1, 1))
}

async function lone() {
  const stage = await loneRound()
  await toFrozen(stage, 4)
  await makeDraw(stage)
  await time.increaseTo(stage.rules.times.reviewFrom)
  const ballots = [await makeBallot(stage, 1, [5, 1])]
  await castPage(stage, ballots)
  return { stage, ballots }
}

/** Chance gave this trustee secrets so small that adding the order fits. */
async function lonePackage() {
  const stage = await loneRound()
  const attempt = await currentAttempt(stage)
  let next = 5n
  const small = () => numberToBytesBE(next++, 48)
  const { message, state } = createPackage(attempt, 1, small)
  const round = await asTrustee(stage, attempt, 1)
  await round.publishPackage(attempt.number, message)
  await toRoll(stage, 4)
  await publishRoll(stage)
  const { keys, ...own } = finishKeys(attempt, state, [message], [])
  await confirmKeys(stage, attempt, keys)
  stage.trustees = { attempt, keys, shares: [own] }
  return { stage, attempt, message, secret: own.lotteryShare }
}
