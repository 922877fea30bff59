// keyGeneration, 3 of 5
// ├── a trustee is silent in the first attempt
// │   ├── the keys cannot stand without it
// │   └── the admin starts the next attempt with another, for a reason
// ├── a trustee sends one other a bad share (each fault)
// │   ├── its receiver accuses it; the dispute is published
// │   ├── by what is published the accused is to blame
// │   ├── the attempt is over for every step
// │   └── the next attempt without it makes keys, and the round goes on
// ├── a trustee complains about a good share → the complainer is to blame
// ├── a complaint
// │   ├── with the secret of no or another transport key → refused
// │   ├── with the package of another → refused
// │   ├── of oneself, of nobody, of who sent nothing → refused
// │   └── from outside → refused
// ├── a package or shares of another round, attempt or trustee
// │   └── whoever replays them is to blame
// ├── a confirmation
// │   ├── of another transcript → refused
// │   ├── of other keys than the first → refused
// │   ├── of other keys first → the attempt never stands, the next one does
// │   ├── before all shares are there, or twice → refused
// │   └── of keys that are no keys, or one key twice → refused
// ├── when keys stand
// │   ├── a complaint ends them
// │   └── so does a new attempt
// ├── after the freeze → nothing of it any more
// └── 2 of 2, and 4 of 7 → make keys too
import { p256 } from '@noble/curves/nist.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import { type Hex, hexToBigInt, toHex, zeroAddress, zeroHash } from 'viem'
import { computeKeys, finishKeys } from '../../../protocol/keyGeneration.ts'
import {
  type Attempt,
  createPackage,
  type TrusteeState,
} from '../../../protocol/keyPackage.ts'
import { createShares, receiveShares } from '../../../protocol/keyShares.ts'
import { keysDigest, transcriptStart } from '../../../protocol/keyTranscript.ts'
import { deployFactory, loadFixture } from '../support/chain.ts'
import {
  abiKeys,
  confirmKeys,
  createRound,
  currentAttempt,
  fail,
  fixRoster,
  freeze,
  generateKeys,
  makeDraw,
  publishPackages,
  publishRoll,
  publishShares,
  registerAll,
  someDigest,
  type Stage,
  upTo,
} from '../support/stage.ts'
import {
  almostSecrets,
  asTrustee,
  encryptShare,
  judge,
  makeTrusteeRules,
  publishedMessages,
  replaceShare,
  shareOf,
  transportSecret,
} from '../support/trustees.ts'

const order = p256.Point.Fn.ORDER
const reason: Hex = `0x${'5e'.repeat(32)}`

type Running = {
  stage: Stage
  attempt: Attempt
  states: TrusteeState[]
  packages: Uint8Array[]
}
type Sent = Running & { shares: Uint8Array[] }

/** A round of five trustees, three of whom act together. */
async function created() {
  const deployment = await deployFactory()
  const rules = await makeTrusteeRules(deployment, 3, 5)
  return createRound(deployment, rules)
}

/** Trustee 2 was silent in attempt 1; all packages of attempt 2 are there. */
async function packed(): Promise<Running> {
  const stage = await created()
  const first = await currentAttempt(stage)
  for (const number of [1, 3, 4, 5]) await publishPackage(stage, first, number)
  await startWithout(stage, first, 2)
  const attempt = await currentAttempt(stage)
  return { stage, attempt, ...(await publishPackages(stage, attempt)) }
}

/** The honest shares of all, not sent yet by trustee 2. */
async function almostSent(): Promise<Sent> {
  const running = await packed()
  const shares = await makeShares(running)
  for (const number of [1, 3, 4, 5]) await sendShares(running, number, shares)
  return { ...running, shares }
}

async function allSent(): Promise<Sent> {
  const running = await packed()
  const { attempt, packages, stage, states } = running
  const shares = await publishShares(stage, attempt, states, packages)
  return { ...running, shares }
}

async function standing() {
  const sent = await allSent()
  const keys = await keysOf(sent, 1)
  await confirmKeys(sent.stage, sent.attempt, keys)
  return { ...sent, keys }
}

async function publishPackage(stage: Stage, attempt: Attempt, number: number) {
  const { message } = createPackage(attempt, number, randomBytes)
  const round = await asTrustee(stage, attempt, number)
  await round.publishPackage(attempt.number, message)
}

/** The next attempt: a newcomer takes the place of one trustee. */
async function startWithout(stage: Stage, attempt: Attempt, number: number) {
  const newcomer = stage.deployment.signers.find(
    ({ address }, index) =>
      index > 14 && !attempt.trustees.includes(address as Hex),
  )
  const trustees = attempt.trustees.with(
    number - 1,
    (newcomer?.address ?? fail('newcomer')) as Hex,
  )
  const admin = stage.round.connect(stage.admin)
  await expect(admin.startAttempt([...trustees], reason))
    .to.emit(stage.round, 'AttemptStarted')
    .withArgs(attempt.number + 1, trustees, 3, reason)
}

function makeShares({ attempt, packages, states }: Running) {
  return Promise.all(
    states.map((state) => createShares(attempt, state, packages)),
  )
}

async function sendShares(
  { stage, attempt }: Running,
  number: number,
  shares: readonly Uint8Array[],
) {
  const round = await asTrustee(stage, attempt, number)
  const message = shares[number - 1] ?? fail('shares')
  await round.publishShares(attempt.number, message)
}

async function dispute(
  { stage, attempt, packages, states }: Running,
  trustee: number,
  accused: number,
  change: { secret?: bigint; message?: Uint8Array } = {},
) {
  const round = await asTrustee(stage, attempt, trustee)
  const secret = change.secret ?? transportSecret(states[trustee - 1]!)
  const message = change.message ?? packages[trustee - 1]!
  return round.disputeShare(attempt.number, accused, secret, message)
}

/** What a trustee gets from the chain and makes of it. */
async function received({ stage, attempt, states }: Running, number: number) {
  const { packages, shares } = await publishedMessages(stage, attempt)
  return receiveShares(attempt, states[number - 1]!, packages, shares)
}

async function keysOf(running: Running, number: number) {
  const { attempt, packages, states } = running
  const { received: shares } = await received(running, number)
  return finishKeys(attempt, states[number - 1]!, packages, shares).keys
}

/** From an attempt that failed to a draw: nothing of it is left behind. */
async function expectNextAttemptDraws(running: Running, without: number) {
  const { stage, attempt } = running
  await startWithout(stage, attempt, without)
  if (!(await stage.round.rosterSize()).isFixed) await toFullRoll(stage)
  await generateKeys(stage)
  await freeze(stage)
  await makeDraw(stage)
  expect(await stage.round.seed()).not.to.equal(zeroHash)
}

async function toFullRoll(stage: Stage) {
  await registerAll(stage, 4)
  await fixRoster(stage)
  await publishRoll(stage)
}

async function expectNoKeys(stage: Stage) {
  const { round } = stage
  expect((await round.trusteeKeys()).ballotShares).to.have.length(0)
  await expect(freeze(stage)).to.be.revertedWithCustomError(
    round,
    'Round_NoKeys',
  )
}

describe('keyGeneration', () => {
  describe('a trustee that is silent in the first attempt', () => {
    it('keeps the others from going on', async () => {
      const stage = await loadFixture(created)
      const attempt = await currentAttempt(stage)
      for (const number of [1, 3, 4, 5])
        await publishPackage(stage, attempt, number)
      const round = await asTrustee(stage, attempt, 1)
      await expect(round.publishShares(1, new Uint8Array(4 * 113)))
        .to.be.revertedWithCustomError(round, 'Round_TrusteeStep')
        .withArgs(1)
    })

    it('is replaced in the next attempt, which makes keys', async () => {
      const running = await loadFixture(packed)
      const { stage } = running
      const first = stage.rules.trustees
      const second = running.attempt.trustees
      expect(second.filter((one) => first.includes(one))).to.have.length(4)
      const silent = await asTrustee(
        stage,
        { ...running.attempt, trustees: first },
        2,
      )
      await expect(silent.publishPackage(2, new Uint8Array(64)))
        .to.be.revertedWithCustomError(silent, 'Round_NotTrustee')
        .withArgs(first[1])
      const other = await asTrustee(stage, running.attempt, 1)
      await expect(other.publishPackage(1, new Uint8Array(64)))
        .to.be.revertedWithCustomError(other, 'Round_Attempt')
        .withArgs(1, 2)
    })
  })

  describe('a trustee that sends a bad share', () => {
    type Fault = 'unreadable' | 'ballot share' | 'lottery share'
    type Make = (
      sent: Sent,
      right: Uint8Array,
    ) => Uint8Array | Promise<Uint8Array>
    const place = { from: 2, to: 4 }

    /** Encrypted as it should be, with one of the two shares changed. */
    const encrypted =
      (
        change: (pair: [bigint, bigint]) => [bigint, bigint],
        to = place.to,
      ): Make =>
      ({ attempt, packages, states }) => {
        const pair = change(shareOf(states[1]!, place.to))
        return encryptShare(attempt, { from: 2, to }, packages[to - 1]!, pair)
      }

    const faults: Record<string, [Fault, Make]> = {
      'chance bytes': ['unreadable', () => randomBytes(113)],
      'a flipped bit': [
        'unreadable',
        (_, right) => right.with(112, right[112]! ^ 1),
      ],
      'a point that is none': ['unreadable', (_, right) => right.with(0, 5)],
      'nothing but zeros': ['unreadable', () => new Uint8Array(113)],
      "another receiver's share": [
        'unreadable',
        ({ shares }) => shares[1]!.slice(0, 113),
      ],
      'what another trustee sent to the same receiver': [
        'unreadable',
        ({ shares }) => shares[2]!.slice(2 * 113, 3 * 113),
      ],
      'a share encrypted to somebody else': [
        'unreadable',
        encrypted((pair) => pair, 5),
      ],
      'a ballot share that does not fit': [
        'ballot share',
        encrypted(([ballot, lottery]) => [(ballot + 1n) % order, lottery]),
      ],
      'a ballot share of 0': [
        'ballot share',
        encrypted(([, lottery]) => [0n, lottery]),
      ],
      'a ballot share beyond the order': [
        'ballot share',
        encrypted(([, lottery]) => [order, lottery]),
      ],
      'a lottery share that does not fit': [
        'lottery share',
        encrypted(([ballot, lottery]) => [ballot, (lottery + 1n) % order]),
      ],
      'the two shares swapped': [
        'ballot share',
        encrypted(([ballot, lottery]) => [lottery, ballot]),
      ],
    }

    for (const [name, [fault, make]] of Object.entries(faults))
      it(`is to blame for ${name}`, async () => {
        const sent = await loadFixture(almostSent)
        const { stage, attempt, shares } = sent
        const right = shares[1]!
        const start = 2 * 113
        const bad = await make(sent, right.slice(start, start + 113))
        const message = replaceShare(right, place, () => bad)
        await sendShares(sent, 2, shares.with(1, message))

        const { accused } = await received(sent, 4)
        expect(accused).to.deep.equal([{ trustee: 2, fault }])
        expect((await received(sent, 1)).accused).to.deep.equal([])
        await expect(dispute(sent, 4, 2))
          .to.emit(stage.round, 'ShareDisputed')
          .withArgs(2, 4, 2, transportSecret(sent.states[3]!))
        expect(await judge(stage, attempt)).to.deep.equal({
          blamed: 2,
          reason: fault,
        })
      })

    it('ends the attempt for every step', async () => {
      const sent = await loadFixture(almostSent)
      const { attempt, packages, shares, stage } = sent
      await sendShares(sent, 2, shares.with(1, new Uint8Array(4 * 113)))
      await dispute(sent, 4, 2)
      const keys = abiKeys(computeKeys(attempt, packages))
      for (const number of upTo(5)) {
        const round = await asTrustee(stage, attempt, number)
        for (const refused of [
          round.publishPackage(2, packages[0]!),
          round.publishShares(2, shares[0]!),
          round.confirmKeys(2, zeroHash, keys),
          dispute(sent, number, 1),
        ])
          await expect(refused)
            .to.be.revertedWithCustomError(round, 'Round_AttemptDisputed')
            .withArgs(2)
      }
      expect((await stage.round.attempt()).disputed).to.be.true
    })

    it('is left out of the next attempt, and the round goes on', async () => {
      const sent = await loadFixture(almostSent)
      const { attempt, shares, stage } = sent
      await sendShares(sent, 2, shares.with(1, new Uint8Array(4 * 113)))
      await dispute(sent, 4, 2)
      const { blamed } = await judge(stage, attempt)
      await expectNextAttemptDraws(sent, blamed)
      expect((await stage.round.attempt()).number).to.equal(3)
    })
  })

  it('blames who complains about a good share', async () => {
    const sent = await loadFixture(allSent)
    const { stage, attempt } = sent
    expect((await received(sent, 5)).accused).to.deep.equal([])
    await dispute(sent, 5, 1)
    const verdict = await judge(stage, attempt)
    const expected = { blamed: 5, reason: 'groundless complaint' }
    expect(verdict).to.deep.equal(expected)
    await expectNextAttemptDraws(sent, verdict.blamed)
  })

  describe('a complaint', () => {
    it('proves itself by the own transport secret', async () => {
      const sent = await loadFixture(allSent)
      const { round } = sent.stage
      const own = transportSecret(sent.states[3]!)
      const secrets = [0n, order, order - own, own + 1n, 2n ** 256n - 1n]
      const others = sent.states.toSpliced(3, 1).map(transportSecret)
      for (const secret of [...secrets, ...others])
        await expect(dispute(sent, 4, 2, { secret }))
          .to.be.revertedWithCustomError(round, 'Round_TransportSecret')
          .withArgs(4)
      // −d − 2h/r, which one of the two checks alone would take for d.
      for (const secret of almostSecrets(own))
        await expect(dispute(sent, 4, 2, { secret }))
          .to.be.revertedWithCustomError(round, 'Round_TransportSecret')
          .withArgs(4)
    })

    it('is about the own package', async () => {
      const sent = await loadFixture(allSent)
      const message = sent.packages[0]!
      const secret = transportSecret(sent.states[0]!)
      const { round } = sent.stage
      for (const change of [
        { message },
        { message, secret },
        { message: new Uint8Array() },
        { message: sent.packages[3]!.slice(0, 64) },
      ])
        await expect(dispute(sent, 4, 2, change))
          .to.be.revertedWithCustomError(round, 'Round_TransportSecret')
          .withArgs(4)
    })

    it('is about another who sent shares', async () => {
      const sent = await loadFixture(almostSent)
      const { round } = sent.stage
      for (const accused of [0, 6])
        await expect(dispute(sent, 4, accused))
          .to.be.revertedWithCustomError(round, 'Round_TrusteeNumber')
          .withArgs(accused, 5)
      for (const accused of [2, 4])
        await expect(dispute(sent, 4, accused))
          .to.be.revertedWithCustomError(round, 'Round_TrusteeStep')
          .withArgs(accused)
    })

    it('comes from a trustee', async () => {
      const { packages, stage, states } = await loadFixture(allSent)
      const { anyone, round } = stage
      const secret = transportSecret(states[3]!)
      await expect(round.disputeShare(2, 1, secret, packages[3]!))
        .to.be.revertedWithCustomError(round, 'Round_NotTrustee')
        .withArgs(anyone.address)
    })
  })

  describe('a replay', () => {
    it("of another's package of the last attempt blames the sender", async () => {
      const { attempt, packages, shares, stage } = await loadFixture(allSent)
      await startWithout(stage, attempt, 2)
      const next = await currentAttempt(stage)
      const running = await publishReplayed(stage, next, packages[1]!)
      // It knows no polynomial behind it: the old shares are all it has.
      const message = shares[1]!
      const others = await makeOtherShares(running)
      for (const number of [1, 3, 4, 5])
        await sendShares(running, number, others)
      await sendShares(running, 2, others.with(1, message))
      for (const number of [1, 3, 4, 5])
        expect((await received(running, number)).accused).to.deep.equal([
          { trustee: 2, fault: 'unreadable' },
        ])
      await dispute(running, 1, 2)
      expect(await judge(stage, next)).to.deep.equal({
        blamed: 2,
        reason: 'unreadable',
      })
    })

    it('of the own messages of another round blames the sender', async () => {
      const { stage, packages, shares } = await loadFixture(allSent)
      const other = await createRound(stage.deployment, {
        ...stage.rules,
        times: (await makeTrusteeRules(stage.deployment, 3, 5)).times,
      })
      const attempt = await currentAttempt(other)
      const running = await publishReplayed(other, attempt, packages[1]!)
      const others = await makeOtherShares(running)
      for (const number of [1, 3, 4, 5])
        await sendShares(running, number, others)
      await sendShares(running, 2, others.with(1, shares[1]!))
      await dispute(running, 3, 2)
      expect(await judge(other, attempt)).to.deep.equal({
        blamed: 2,
        reason: 'unreadable',
      })
    })

    it("of another number's package blames the sender", async () => {
      const stage = await loadFixture(created)
      const attempt = await currentAttempt(stage)
      const { message } = createPackage(attempt, 1, randomBytes)
      const first = await asTrustee(stage, attempt, 1)
      await first.publishPackage(1, message)
      const running = await publishReplayed(stage, attempt, message, [3, 4, 5])
      // Nobody honest sends shares to it, nor sees any: the proof names 1.
      const { packages } = await publishedMessages(stage, attempt)
      const round = await asTrustee(stage, attempt, 2)
      await round.publishShares(1, new Uint8Array(4 * 113))
      await dispute({ ...running, packages }, 3, 2)
      expect(await judge(stage, attempt)).to.deep.equal({
        blamed: 2,
        reason: 'package',
      })
    })
  })

  describe('a confirmation', () => {
    it('of another transcript is refused', async () => {
      const sent = await loadFixture(allSent)
      const { attempt, stage } = sent
      const { round } = stage
      const keys = abiKeys(await keysOf(sent, 1))
      const { transcript } = await round.attempt()
      const trustee = await asTrustee(stage, attempt, 1)
      const other = await createRound(stage.deployment, {
        ...stage.rules,
        times: (await makeTrusteeRules(stage.deployment, 3, 5)).times,
      })
      const otherTranscript = (await other.round.attempt()).transcript
      for (const wrong of [zeroHash, otherTranscript, transcriptStart(attempt)])
        await expect(trustee.confirmKeys(2, wrong, keys))
          .to.be.revertedWithCustomError(round, 'Round_Transcript')
          .withArgs(wrong, transcript)
    })

    it('of other keys than the first is refused', async () => {
      const sent = await loadFixture(allSent)
      const { attempt, stage } = sent
      const keys = await keysOf(sent, 1)
      const { transcript } = await stage.round.attempt()
      const first = await asTrustee(stage, attempt, 1)
      await first.confirmKeys(2, transcript, abiKeys(keys))
      const swapped = {
        ...keys,
        ballotShares: keys.ballotShares.toReversed(),
      }
      const expected = keysDigest(2, transcript as Hex, keys)
      const digest = keysDigest(2, transcript as Hex, swapped)
      const second = await asTrustee(stage, attempt, 2)
      await expect(second.confirmKeys(2, transcript, abiKeys(swapped)))
        .to.be.revertedWithCustomError(second, 'Round_KeysDiffer')
        .withArgs(digest, expected)
    })

    it('of other keys first never lets the attempt stand', async () => {
      const sent = await loadFixture(allSent)
      const { attempt, stage } = sent
      const keys = await keysOf(sent, 1)
      const wrong = { ...keys, ballotKey: keys.lotteryShares[0]! }
      const { transcript } = await stage.round.attempt()
      const liar = await asTrustee(stage, attempt, 3)
      const digest = keysDigest(2, transcript as Hex, wrong)
      await expect(liar.confirmKeys(2, transcript, abiKeys(wrong)))
        .to.emit(stage.round, 'KeysConfirmed')
        .withArgs(2, 3, digest)
      for (const number of [1, 2, 4, 5]) {
        const round = await asTrustee(stage, attempt, number)
        await expect(round.confirmKeys(2, transcript, abiKeys(keys)))
          .to.be.revertedWithCustomError(round, 'Round_KeysDiffer')
          .withArgs(keysDigest(2, transcript as Hex, keys), digest)
      }
      await expectNextAttemptDraws(sent, 3)
    })

    it('comes after all shares', async () => {
      const sent = await loadFixture(almostSent)
      const { attempt, packages, stage } = sent
      const { transcript } = await stage.round.attempt()
      const round = await asTrustee(stage, attempt, 1)
      const keys = abiKeys(computeKeys(attempt, packages))
      await expect(round.confirmKeys(2, transcript, keys))
        .to.be.revertedWithCustomError(round, 'Round_TrusteeStep')
        .withArgs(1)
    })

    it('comes once from each', async () => {
      const sent = await loadFixture(allSent)
      const { attempt, stage } = sent
      const keys = abiKeys(await keysOf(sent, 1))
      const { transcript } = await stage.round.attempt()
      const round = await asTrustee(stage, attempt, 4)
      await round.confirmKeys(2, transcript, keys)
      await expect(round.confirmKeys(2, transcript, keys))
        .to.be.revertedWithCustomError(round, 'Round_TrusteeStep')
        .withArgs(4)
      expect((await stage.round.attempt()).confirmations).to.equal(0b01000)
    })

    it('is of keys', async () => {
      const sent = await loadFixture(allSent)
      const { attempt, stage } = sent
      const keys = abiKeys(await keysOf(sent, 1))
      const { transcript } = await stage.round.attempt()
      const round = await asTrustee(stage, attempt, 1)
      const short = keys.ballotShares.slice(1)
      for (const wrong of [
        { ...keys, ballotShares: short },
        { ...keys, lotteryShares: short },
      ])
        await expect(round.confirmKeys(2, transcript, wrong))
          .to.be.revertedWithCustomError(round, 'Round_TrusteeMessage')
          .withArgs(4, 5)
      const none = { x: someDigest, y: someDigest }
      for (const wrong of [
        { ...keys, ballotKey: none },
        { ...keys, lotteryKey: none },
        { ...keys, ballotShares: keys.ballotShares.with(4, none) },
        { ...keys, lotteryShares: keys.lotteryShares.with(0, none) },
      ])
        await expect(round.confirmKeys(2, transcript, wrong))
          .to.be.revertedWithCustomError(round, 'Round_NotOnCurve')
          .withArgs(none.x, none.y)
      const { x, y } = keys.ballotKey
      const negative = toHex(p256.Point.Fp.ORDER - hexToBigInt(y), { size: 32 })
      for (const lotteryKey of [keys.ballotKey, { x, y: negative }])
        await expect(
          round.confirmKeys(2, transcript, { ...keys, lotteryKey }),
        ).to.be.revertedWithCustomError(round, 'Round_SameKeys')
    })
  })

  describe('when keys stand', () => {
    it('a complaint ends them', async () => {
      const sent = await loadFixture(standing)
      const { stage } = sent
      await toFullRoll(stage)
      expect((await stage.round.trusteeKeys()).ballotShares).to.have.length(5)
      await dispute(sent, 4, 1)
      await expectNoKeys(stage)
      await expectNextAttemptDraws(sent, 4)
    })

    it('a complaint after some confirmations ends the attempt', async () => {
      const sent = await loadFixture(allSent)
      const { attempt, stage } = sent
      const keys = abiKeys(await keysOf(sent, 1))
      const { transcript } = await stage.round.attempt()
      for (const number of [1, 2, 3, 4]) {
        const round = await asTrustee(stage, attempt, number)
        await round.confirmKeys(2, transcript, keys)
      }
      await dispute(sent, 4, 1)
      const last = await asTrustee(stage, attempt, 5)
      await expect(last.confirmKeys(2, transcript, keys))
        .to.be.revertedWithCustomError(last, 'Round_AttemptDisputed')
        .withArgs(2)
      await toFullRoll(stage)
      await expectNoKeys(stage)
    })

    it('a new attempt ends them', async () => {
      const sent = await loadFixture(standing)
      const { attempt, keys, stage } = sent
      await toFullRoll(stage)
      await startWithout(stage, attempt, 1)
      await expectNoKeys(stage)
      const { transcript } = await stage.round.attempt()
      const round = await asTrustee(stage, attempt, 2)
      await expect(round.confirmKeys(3, transcript, abiKeys(keys)))
        .to.be.revertedWithCustomError(round, 'Round_TrusteeStep')
        .withArgs(2)
    })
  })

  it('ends with the freeze', async () => {
    const sent = await loadFixture(standing)
    const { attempt, keys, packages, shares, stage } = sent
    await toFullRoll(stage)
    await freeze(stage)
    const { transcript } = await stage.round.attempt()
    const trustee = await asTrustee(stage, attempt, 1)
    const admin = stage.round.connect(stage.admin)
    const drawPhase = 3
    for (const refused of [
      admin.startAttempt([...attempt.trustees], reason),
      trustee.publishPackage(2, packages[0]!),
      trustee.publishShares(2, shares[0]!),
      trustee.confirmKeys(2, transcript, abiKeys(keys)),
      dispute(sent, 1, 2),
    ])
      await expect(refused)
        .to.be.revertedWithCustomError(stage.round, 'Round_WrongPhase')
        .withArgs(drawPhase)
    expect((await stage.round.trusteeKeys()).ballotShares).to.have.length(5)
  })

  it('asks for a reason, and for threshold to 15 different trustees', async () => {
    const stage = await loadFixture(created)
    const { trustees } = await currentAttempt(stage)
    const admin = stage.round.connect(stage.admin)
    await expect(
      admin.startAttempt([...trustees], zeroHash),
    ).to.be.revertedWithCustomError(admin, 'Round_DigestMissing')
    const many = stage.deployment.signers.slice(0, 16)
    for (const list of [[], trustees.slice(0, 2), many])
      await expect(admin.startAttempt([...list], reason))
        .to.be.revertedWithCustomError(admin, 'Round_TrusteeCount')
        .withArgs(list.length, 3, 15)
    for (const twice of [trustees[0]!, zeroAddress] as const)
      await expect(admin.startAttempt([...trustees, twice], reason))
        .to.be.revertedWithCustomError(admin, 'Round_TrusteeListed')
        .withArgs(twice)
    await expect(stage.round.startAttempt([...trustees], reason))
      .to.be.revertedWithCustomError(admin, 'Round_NotHolder')
      .withArgs(0, stage.anyone.address)
  })

  for (const [threshold, count] of [
    [2, 2],
    [4, 7],
  ] as const)
    it(`makes keys of ${threshold} of ${count}`, async () => {
      const deployment = await loadFixture(deployFactory)
      const rules = await makeTrusteeRules(deployment, threshold, count, 5)
      const stage = await createRound(deployment, rules)
      await toFullRoll(stage)
      await generateKeys(stage)
      await freeze(stage)
      await makeDraw(stage)
      expect(await stage.round.seed()).not.to.equal(zeroHash)
    })
})

/** Four honest packages, and one that its sender did not make. */
async function publishReplayed(
  stage: Stage,
  attempt: Attempt,
  message: Uint8Array,
  honest: readonly number[] = [1, 3, 4, 5],
): Promise<Running> {
  const packages: Uint8Array[] = []
  const states: TrusteeState[] = []
  for (const number of upTo(5)) {
    const made = createPackage(attempt, number, randomBytes)
    states.push(made.state)
    packages.push(number === 2 ? message : made.message)
    const round = await asTrustee(stage, attempt, number)
    if (number === 2 || honest.includes(number))
      await round.publishPackage(attempt.number, packages[number - 1]!)
  }
  return { stage, attempt, states, packages }
}

/** The shares of all but trustee 2, whose place stays empty. */
function makeOtherShares({ attempt, packages, states }: Running) {
  const empty = Promise.resolve(new Uint8Array(4 * 113))
  return Promise.all(
    states.map((state) =>
      state.trustee === 2 ? empty : createShares(attempt, state, packages),
    ),
  )
}
