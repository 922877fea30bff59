// keyKinds
// ├── each kind of key
// │   ├── registers and withdraws a proposal by signature
// │   ├── casts in a batch beside all other kinds
// │   ├── casts alone
// │   ├── opens its own ballot when the key never came
// │   └── objects, on the roll and on the roster
// ├── a delegated account
// │   ├── carries the code of its delegate
// │   ├── signs by ECDSA and by its code, in one page
// │   ├── without ERC-1271 in its code → kind 1 is refused, ECDSA works
// │   └── whose delegation is taken back → kind 1 is refused, ECDSA works
// ├── a signature of another person, of each kind → refused
// ├── a signature under another kind → refused
// ├── a kind that nobody knows → refused
// └── the zero key
//     ├── never registers, withdraws or objects
//     └── never casts: its seat is empty
import { expect } from 'chai'
import { anyValue as anything } from '@nomicfoundation/hardhat-ethers-chai-matchers/withArgs'
import { bytesToHex, type Hex, zeroAddress } from 'viem'
import {
  packSignature,
  type Signature,
  signatureKinds,
} from '../../../protocol/signer.ts'
import {
  objectionDigest,
  openingDigest,
  proposalDigest,
  withdrawalDigest,
} from '../../../protocol/typedData.ts'
import {
  type Account,
  reviewer,
  signDigest,
  stranger,
} from '../support/accounts.ts'
import {
  castPage,
  type KnownBallot,
  makeBallot,
  openPage,
  packBatch,
  rankHonestly,
} from '../support/ballots.ts'
import { deployFactory, ethers, loadFixture, time } from '../support/chain.ts'
import { errorSelector, skippedIn } from '../support/events.ts'
import {
  createHolders,
  delegatedHolder,
  deployDelegate,
  type KeyHolder,
  type KeyKind,
  keyKinds,
  plainHolder,
  signAlone,
} from '../support/keyHolders.ts'
import {
  createRound,
  freeze,
  fullRoll,
  generateKeys,
  makeDraw,
  makeRules,
  publishRoll,
  someDigest,
  type Stage,
  toClose,
  toRanking,
} from '../support/stage.ts'
import { delegate } from '../support/wallets.ts'

/** Reviewers 1 to 6 hold the kinds in order; 7 to 10 have plain accounts. */
const numberOf = (kind: KeyKind) => keyKinds.indexOf(kind) + 1
const emptySeat = 12
const dropped = 11
const message = { version: 1, digest: someDigest, category: 1, ask: 1_000n }

async function open() {
  const deployment = await deployFactory()
  const { p256Verifier, webAuthnVerifier } = deployment
  const verifiers = [p256Verifier, webAuthnVerifier]
  const rules = await makeRules(deployment, { verifiers })
  const stage = await createRound(deployment, rules)
  return { stage, applicants: await createHolders(deployment, 1) }
}

/** Six proposals by keys of six kinds; all kinds on the roll; review is open. */
async function review() {
  const { stage, applicants } = await open()
  for (const kind of keyKinds) await register(stage, applicants[kind])
  await fixRoster(stage, Object.values(applicants))
  const reviewers = await createHolders(stage.deployment, 2)
  const delegated = stranger(900)
  const roll = fullRoll(stage)
  for (const kind of keyKinds) roll[numberOf(kind) - 1] = reviewers[kind].key
  roll[dropped - 1] = delegated.address
  roll[emptySeat - 1] = zeroAddress
  await publishRoll(stage, roll)
  await generateKeys(stage)
  await freeze(stage)
  await makeDraw(stage)
  await time.increaseTo(stage.rules.times.reviewFrom)
  return { stage, applicants, reviewers, delegated }
}

function register(stage: Stage, holder: KeyHolder) {
  const signature = signAlone(holder, proposalDigest(stage.separator, message))
  return stage.round.registerProposal(holder.key, message, signature)
}

async function fixRoster(stage: Stage, holders: readonly KeyHolder[]) {
  const keys = holders.map(({ key }) => key)
  const verdict = { version: 1, accepted: true, reason: someDigest }
  const screenings = keys.map((key) => ({ key, ...verdict }))
  await stage.round.connect(stage.screener).screen(screenings)
  await time.increaseTo(stage.rules.times.registerUntil + 1)
  await stage.round.connect(stage.admin).extendRoster(keys)
  stage.n = keys.length
}

function ballotBy(
  stage: Stage,
  number: number,
  { sign }: Pick<KeyHolder, 'sign'>,
  version = 1,
): Promise<KnownBallot> {
  return makeBallot(stage, number, [5, 1], { version, sign })
}

/** The same body under another kind; an account's has 64 bytes. */
function underKind(holder: KeyHolder, kind: number): KeyHolder {
  const sign = (digest: Uint8Array): Signature => {
    const { body } = holder.sign(digest)
    const cut = new Uint8Array(64)
    cut.set(body.subarray(0, 64))
    return { kind, body: kind === signatureKinds.account ? cut : body }
  }
  return { ...holder, sign }
}

/** Kind 1 is refused, kind 0 is not. */
async function expectEcdsaOnly(stage: Stage, account: Account) {
  const refused = await ballotBy(stage, dropped, delegatedHolder(account))
  await expect(stage.round.castBallot(packBatch([refused])))
    .to.be.revertedWithCustomError(stage.round, 'Round_BadSignature')
    .withArgs(ethers.getAddress(account.address))
  const ballot = await ballotBy(stage, dropped, plainHolder(account))
  await stage.round.castBallot(packBatch([ballot]))
  expect(await stage.round.lastVersion(dropped)).to.equal(1)
}

describe('keyKinds', () => {
  describe('register and withdraw a proposal by signature', () => {
    for (const kind of keyKinds)
      it(kind, async () => {
        const { stage, applicants } = await loadFixture(open)
        const { round, separator } = stage
        const holder = applicants[kind]
        await expect(register(stage, holder))
          .to.emit(round, 'ProposalRegistered')
          .withArgs(ethers.getAddress(holder.key), 1, someDigest, 1, 1_000n, 1)
        const digest = withdrawalDigest(separator, { version: 2 })
        const signature = signAlone(holder, digest)
        await expect(round.withdrawProposal(holder.key, 2, signature))
          .to.emit(round, 'ProposalWithdrawn')
          .withArgs(ethers.getAddress(holder.key), 2, 0)
      })
  })

  describe('cast alone', () => {
    for (const kind of keyKinds)
      it(kind, async () => {
        const { stage, reviewers } = await loadFixture(review)
        const number = numberOf(kind)
        const ballot = await ballotBy(stage, number, reviewers[kind])
        const packed = packBatch([ballot])
        await expect(stage.round.castBallot(packed))
          .to.emit(stage.round, 'PageCast')
          .withArgs(1, 1, packed)
        expect(await stage.round.lastVersion(number)).to.equal(1)
      })
  })

  describe('cannot sign for another key of the same kind', () => {
    for (const kind of keyKinds)
      it(kind, async () => {
        const { stage, applicants, reviewers } = await loadFixture(review)
        const number = numberOf(kind)
        const ballot = await ballotBy(stage, number, applicants[kind])
        await expect(stage.round.castBallot(packBatch([ballot])))
          .to.be.revertedWithCustomError(stage.round, 'Round_BadSignature')
          .withArgs(ethers.getAddress(reviewers[kind].key))
      })
  })

  describe('sign under no other kind', () => {
    for (const kind of keyKinds)
      it(kind, async () => {
        const { stage, reviewers } = await loadFixture(review)
        const number = numberOf(kind)
        const holder = reviewers[kind]
        const own = holder.sign(new Uint8Array(32)).kind
        for (const other of [0, 1, 2, 3, 15].filter((one) => one !== own)) {
          const ballot = await ballotBy(stage, number, underKind(holder, other))
          await expect(stage.round.castBallot(packBatch([ballot])))
            .to.be.revertedWithCustomError(stage.round, 'Round_BadSignature')
            .withArgs(ethers.getAddress(holder.key))
        }
      })
  })

  it('stand beside each other in one page', async () => {
    const { stage, reviewers } = await loadFixture(review)
    const { round } = stage
    const ballots = await Promise.all(
      keyKinds.map((kind) => ballotBy(stage, numberOf(kind), reviewers[kind])),
    )
    const packed = packBatch(ballots)
    const sent = castPage(stage, ballots)
    await expect(sent).to.emit(round, 'PageCast').withArgs(1, 6, packed)
    expect(await skippedIn(stage, sent)).to.deep.equal([])
    for (const kind of keyKinds)
      expect(await round.lastVersion(numberOf(kind)), kind).to.equal(1)
  })

  it('open their own ballots when the key never came', async () => {
    const { stage, reviewers } = await loadFixture(review)
    const ballots = await Promise.all(
      keyKinds.map((kind) => ballotBy(stage, numberOf(kind), reviewers[kind])),
    )
    await castPage(stage, ballots)
    await time.increaseTo(stage.rules.times.releaseUntil + 1)
    const openings = ballots.map((ballot, index) => {
      const { reviewer, version, seal, values, salt } = ballot
      const digest = openingDigest(stage.separator, { reviewer, seal })
      const holder = reviewers[keyKinds[index]!]
      const signature = holder.sign(digest)
      return { kind: 2 as const, reviewer, version, values, salt, signature }
    })
    const strange = { ...openings[0]!, signature: openings[1]!.signature }
    await expect(openPage(stage, 1, ballots, openings.with(0, strange)))
      .to.emit(stage.round, 'PageOpened')
      .withArgs(1, 5, 0, anything)
    await expect(openPage(stage, 1, ballots, openings))
      .to.emit(stage.round, 'PageOpened')
      .withArgs(1, 1, 0, anything)
  })

  describe('a delegated account', () => {
    it('carries the code of its delegate', async () => {
      const { reviewers } = await loadFixture(review)
      const byEcdsa = reviewers['delegated account by ECDSA'].key
      const byCode = reviewers['delegated account by ERC-1271'].key
      const code = await ethers.provider.getCode(byEcdsa)
      expect(code).to.match(/^0xef0100[0-9a-f]{40}$/)
      expect(await ethers.provider.getCode(byCode)).to.equal(code)
    })

    it('signs by ECDSA and by its code', async () => {
      const { stage, delegated } = await loadFixture(review)
      await delegate(delegated, await deployDelegate())
      const ballots = [
        await ballotBy(stage, dropped, plainHolder(delegated), 1),
        await ballotBy(stage, dropped, delegatedHolder(delegated), 2),
      ]
      const sent = castPage(stage, ballots)
      expect(await skippedIn(stage, sent)).to.deep.equal([])
      expect(await stage.round.lastVersion(dropped)).to.equal(2)
    })

    it('without ERC-1271 in its code signs by ECDSA alone', async () => {
      const { stage, delegated } = await loadFixture(review)
      const bundle = await ethers.deployContract('Bundle')
      await delegate(delegated, (await bundle.getAddress()) as Hex)
      await expectEcdsaOnly(stage, delegated)
    })

    it('signs by ECDSA alone once its delegation is taken back', async () => {
      const { stage, delegated } = await loadFixture(review)
      await delegate(delegated, await deployDelegate())
      await delegate(delegated, zeroAddress)
      expect(await ethers.provider.getCode(delegated.address)).to.equal('0x')
      await expectEcdsaOnly(stage, delegated)
    })
  })

  describe('object, on the roll and on the roster', () => {
    for (const kind of keyKinds)
      it(kind, async () => {
        const { stage, applicants, reviewers } = await loadFixture(ranked)
        const { round, separator } = stage
        const digest = objectionDigest(separator, { digest: someDigest })
        const number = numberOf(kind)
        const asReviewer = signAlone(reviewers[kind], digest)
        await expect(round.objectAsReviewer(number, someDigest, asReviewer))
          .to.emit(round, 'Objected')
          .withArgs(
            1,
            ethers.getAddress(reviewers[kind].key),
            number,
            someDigest,
          )
        const { key } = applicants[kind]
        const asApplicant = signAlone(applicants[kind], digest)
        await expect(round.objectAsApplicant(key, someDigest, asApplicant))
          .to.emit(round, 'Objected')
          .withArgs(2, ethers.getAddress(key), 0, someDigest)
      })
  })

  describe('the zero key', () => {
    // ecrecover gives zero for a signature that no key made.
    const nobodys = [0, 1, 2].map((kind) => ({
      kind,
      body: new Uint8Array(64).fill(1),
    }))

    it('never registers or withdraws', async () => {
      const { stage } = await loadFixture(open)
      const { round } = stage
      const signatures = nobodys.map((one) => bytesToHex(packSignature(one)))
      for (const signature of [...signatures, '0x'])
        for (const refused of [
          round.registerProposal(zeroAddress, message, signature),
          round.withdrawProposal(zeroAddress, 1, signature),
        ])
          await expect(refused)
            .to.be.revertedWithCustomError(round, 'Round_BadSignature')
            .withArgs(zeroAddress)
    })

    it('never objects', async () => {
      const { stage } = await loadFixture(ranked)
      const { round } = stage
      for (const one of nobodys) {
        const signature = bytesToHex(packSignature(one))
        await expect(round.objectAsReviewer(emptySeat, someDigest, signature))
          .to.be.revertedWithCustomError(round, 'Round_NotOnRoll')
          .withArgs(emptySeat)
        await expect(
          round.objectAsApplicant(zeroAddress, someDigest, signature),
        )
          .to.be.revertedWithCustomError(round, 'Round_NoProposal')
          .withArgs(zeroAddress)
      }
    })

    it('never casts', async () => {
      const { stage } = await loadFixture(review)
      const { round } = stage
      const ballots = await Promise.all(
        nobodys.map((one) => ballotBy(stage, emptySeat, { sign: () => one })),
      )
      const sent = castPage(stage, ballots)
      const reason = errorSelector('Round_NotOnRoll')
      const skipped = { reviewer: emptySeat, version: 1, reason }
      expect(await skippedIn(stage, sent)).to.deep.equal(
        nobodys.map(() => skipped),
      )
      expect((await round.ballotCounts()).pages).to.equal(0)
      for (const ballot of ballots)
        await expect(round.castBallot(packBatch([ballot])))
          .to.be.revertedWithCustomError(round, 'Round_NotOnRoll')
          .withArgs(emptySeat)
    })
  })
})

/** After the ranking of a round in which one plain reviewer cast. */
async function ranked() {
  const { stage, ...people } = await review()
  const ballot = await ballotBy(stage, 7, {
    sign: (digest) => signDigest(reviewer(7), digest),
  })
  await castPage(stage, [ballot])
  await toClose(stage)
  await time.increaseTo(stage.rules.times.releaseFrom)
  const { shares } = stage.trustees!
  await stage.round.releaseShare(0, 1, shares[0]!.ballotShare)
  await openPage(stage, 1, [ballot])
  await toRanking(stage)
  await rankHonestly(stage)
  return { stage, ...people }
}
