/**
 * Receipts, on real rounds
 * ├── challenge
 * │   ├── given a ballot that was never recorded
 * │   │   ├── in the second after its time → records it, whoever sends
 * │   │   ├── in the second of its time → reverts Receipts_NotDue
 * │   │   └── long after the round → records it
 * │   └── under attack
 * │       ├── a relayer that promises beyond the close → is held to the close
 * │       ├── a relayer that promises for an empty seat → is held to it
 * │       ├── a relayer whose round was cancelled after it was recorded → stays recorded
 * │       ├── a relayer with a new key → has the record of the old one no more, which stays
 * │       ├── a reviewer with two ballots of one version → cannot use the other one
 * │       ├── a reviewer that casts a later version itself → cannot use the earlier one
 * │       ├── a reviewer whose ballot came late → cannot use its receipt
 * │       ├── a reviewer with many receipts of one ballot → uses one
 * │       └── a round of another factory → is none
 * └── register → readable and logged; the next one replaces it
 */
import { expect } from 'chai'
import { bytesToHex } from 'viem'
import roundFactoryModule from '../../ignition/modules/RoundFactory.ts'
import { ballotDigest, packBallot } from '../../protocol/ballot.ts'
import { castPage, plainBallots } from './support/ballots.ts'
import { connection, ethers, time } from './support/chain.ts'
import { makeMoments, type Played } from './support/moments.ts'
import {
  challenge,
  makeReceipt,
  otherRelayer,
  relayer,
} from './support/receipts.ts'
import { expectRefusal } from './support/refusal.ts'
import { createRound, fullRoll, someDigest } from './support/stage.ts'

const nobody = `0x${'00'.repeat(20)}` as const
const load = makeMoments({ roll: (stage) => fullRoll(stage).with(11, nobody) })

describe('Receipts', () => {
  describe('challenge', () => {
    it('records the promise in the second after its time', async () => {
      const stage = await load('review')
      const includeBy = (await time.latest()) + 100
      const signed = await makeReceipt(stage, { includeBy })
      await time.setNextBlockTimestamp(includeBy + 1)
      await expect(challenge(stage, signed))
        .to.emit(stage.deployment.receipts, 'PromiseBroken')
        .withArgs(
          ...[relayer.address, stage.id.round, 3, 1],
          ...[signed.receipt.ballot, includeBy],
        )
      expect(await brokenOf(stage, relayer)).to.equal(1)
      const { receipts } = stage.deployment
      const promise = [relayer.address, stage.id.round, 3] as const
      expect(await receipts.isBroken(...promise, 1)).to.be.true
      expect(await receipts.isBroken(...promise, 2)).to.be.false
    })

    it('refuses it in the second of its time', async () => {
      const stage = await load('review')
      const includeBy = (await time.latest()) + 100
      const signed = await makeReceipt(stage, { includeBy })
      await time.setNextBlockTimestamp(includeBy)
      await refuse(stage, signed, 'Receipts_NotDue', [includeBy, includeBy])
    })

    it('records it long after the round', async () => {
      const stage = await load('confirmed')
      const includeBy = stage.rules.times.close - 1
      const missing = { reviewer: 6, includeBy }
      await challenge(stage, await makeReceipt(stage, missing))
      const kept = await makeReceipt(stage, { ...missing, reviewer: 5 })
      await refuse(stage, kept, 'Receipts_PromiseKept', [stage.id.round, 5, 1])
      expect(await brokenOf(stage, relayer)).to.equal(1)
    })

    describe('under attack', () => {
      it('holds a relayer that promises beyond the close to the close', async () => {
        const stage = await load('review')
        const { close } = stage.rules.times
        const never = 2 ** 53 - 1
        const signed = await makeReceipt(stage, { includeBy: never })
        await time.setNextBlockTimestamp(close - 1)
        const values = [never, close - 1]
        await refuse(stage, signed, 'Receipts_NotDue', values)
        await time.setNextBlockTimestamp(close)
        await challenge(stage, signed)
        expect(await brokenOf(stage, relayer)).to.equal(1)
      })

      it('holds a relayer to a promise for an empty seat, or for none', async () => {
        const stage = await load('review')
        for (const reviewer of [12, 13, 0, 2 ** 32 - 1])
          await challenge(stage, await makeReceipt(stage, { reviewer }))
        expect(await brokenOf(stage, relayer)).to.equal(4)
      })

      it('keeps the record when the round is cancelled afterwards', async () => {
        const stage = await load('review')
        await challenge(stage, await makeReceipt(stage))
        const late = await makeReceipt(stage, { reviewer: 4 })
        await stage.round.connect(stage.admin).cancel(someDigest)
        const values = [stage.id.round]
        await refuse(stage, late, 'Receipts_RoundCancelled', values)
        expect(await brokenOf(stage, relayer)).to.equal(1)
      })

      it('keeps the record of a key that was changed for another', async () => {
        const stage = await load('review')
        await challenge(stage, await makeReceipt(stage))
        const signer = otherRelayer
        await challenge(stage, await makeReceipt(stage, {}, { signer }))
        expect(await brokenOf(stage, relayer)).to.equal(1)
        expect(await brokenOf(stage, otherRelayer)).to.equal(1)
      })

      it('spares a relayer whose reviewer signed two of one version', async () => {
        const stage = await load('review')
        const [one] = await plainBallots(stage, [3])
        const [other] = await plainBallots(stage, [3])
        const digests = [one!, other!].map((ballot) =>
          bytesToHex(ballotDigest(stage.separator, ballot)),
        )
        expect(digests[0]).not.to.equal(digests[1])
        await castPage(stage, [one!])
        for (const ballot of digests) {
          const signed = await makeReceipt(stage, { ballot })
          const values = [stage.id.round, 3, 1]
          await refuse(stage, signed, 'Receipts_PromiseKept', values)
        }
      })

      it('spares a relayer whose reviewer cast a later version itself', async () => {
        const stage = await load('review')
        const [later] = await plainBallots(stage, [3], { version: 2 })
        await stage.round.castBallot(packBallot(later!))
        const values = [stage.id.round, 3, 1, 2]
        const signed = await makeReceipt(stage)
        await refuse(stage, signed, 'Receipts_BallotReplaced', values)
      })

      it('spares a relayer whose ballot came late, but not once recorded', async () => {
        const stage = await load('review')
        const signed = await makeReceipt(stage)
        const other = await makeReceipt(stage, { reviewer: 4 })
        await challenge(stage, other)
        await castPage(stage, await plainBallots(stage, [3, 4]))
        const values = [stage.id.round, 3, 1]
        await refuse(stage, signed, 'Receipts_PromiseKept', values)
        expect(await brokenOf(stage, relayer)).to.equal(1)
      })

      it('counts one ballot once, however many receipts there are', async () => {
        const stage = await load('review')
        const { includeBy } = (await makeReceipt(stage)).receipt
        await challenge(stage, await makeReceipt(stage, { includeBy }))
        const again = [
          { includeBy: includeBy - 1 },
          { ballot: someDigest, includeBy },
        ]
        const values = [relayer.address, stage.id.round, 3, 1]
        for (const change of again) {
          const signed = await makeReceipt(stage, change)
          await refuse(stage, signed, 'Receipts_AlreadyRecorded', values)
        }
        expect(await brokenOf(stage, relayer)).to.equal(1)
      })

      it('believes no round of another factory', async () => {
        const stage = await load('review')
        const { roundFactory } =
          await connection.ignition.deploy(roundFactoryModule)
        const factory = await ethers.getContractAt(
          'RoundFactory',
          await roundFactory.getAddress(),
          stage.anyone,
        )
        const deployment = { ...stage.deployment, factory }
        const times = laterBy(stage, 365 * 86_400)
        const rules = { ...stage.rules, times }
        const { id } = await createRound(deployment, rules)
        expect(await factory.isRound(id.round)).to.be.true
        const signed = await makeReceipt(stage, { round: id.round })
        await refuse(stage, signed, 'Receipts_NotARound', [id.round])
      })
    })
  })

  describe('register', () => {
    it('is readable and logged, and replaced by the next one', async () => {
      const { deployment, anyone } = await load('registration')
      const { receipts } = deployment
      const own = receipts.connect(anyone)
      expect(await receipts.urlOf(anyone.address)).to.equal('')
      for (const url of [
        'https://relayer.example',
        'https://두레.example',
        '',
      ]) {
        await expect(own.register(url))
          .to.emit(receipts, 'RelayerRegistered')
          .withArgs(anyone.address, url)
        expect(await receipts.urlOf(anyone.address)).to.equal(url)
      }
    })

    it('knows its factory', async () => {
      const { deployment } = await load('registration')
      const { factory, receipts } = deployment
      expect(await receipts.factory()).to.equal(factory.target)
    })
  })
})

type Signed = Awaited<ReturnType<typeof makeReceipt>>

/** Nothing is recorded by a call that is refused. */
async function refuse(
  stage: Played,
  signed: Signed,
  error: string,
  values: readonly unknown[],
) {
  const { receipts } = stage.deployment
  const before = await brokenOf(stage, signed)
  await expectRefusal(challenge(stage, signed), receipts, error, values)
  expect(await brokenOf(stage, signed)).to.equal(before)
}

function brokenOf(
  { deployment }: Played,
  who: { address: string } | { relayer: string },
) {
  const address = 'relayer' in who ? who.relayer : who.address
  return deployment.receipts.brokenPromises(address)
}

function laterBy({ rules }: Played, seconds: number) {
  const { objectionPeriod, answerPeriod, rollNotice, ...times } = rules.times
  const moved = Object.fromEntries(
    Object.entries(times).map(([name, at]) => [name, at + seconds]),
  ) as typeof times
  return { ...moved, objectionPeriod, answerPeriod, rollNotice }
}
