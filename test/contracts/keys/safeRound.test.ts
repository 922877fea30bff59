// safeRound
// ├── a Safe creates a round of which it is the admin
// ├── a Safe takes over the admin's role in two steps
// │   ├── offered and not accepted → the old admin still acts, it does not
// │   ├── offered to another, or taken back → it cannot accept
// │   └── accepted → it acts, the old admin does not
// ├── a Safe as admin, trustee of 2 of 3 and committee
// │   └── runs its whole part of a round, from the roster to the confirmation
// ├── a Safe as admin cancels
// ├── a Safe as applicant acts without a signature
// └── fewer owners than its threshold → nothing happens
import { randomBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import type { Interface } from 'ethers'
import { type Hex, zeroAddress, zeroHash } from 'viem'
import { finishKeys } from '../../../protocol/keyGeneration.ts'
import { createPackage } from '../../../protocol/keyPackage.ts'
import { createShares, receiveShares } from '../../../protocol/keyShares.ts'
import { toAbiRules } from '../../../protocol/rules.ts'
import { objectionDigest } from '../../../protocol/typedData.ts'
import { applicant, signAlone, stranger } from '../support/accounts.ts'
import {
  castPage,
  honestOrders,
  makeBallot,
  openPage,
  rankHonestly,
} from '../support/ballots.ts'
import {
  deployFactory,
  ethers,
  loadFixture,
  mine,
  signer,
  time,
} from '../support/chain.ts'
import { eventsIn } from '../support/events.ts'
import {
  abiKeys,
  createRound,
  currentAttempt,
  fail,
  makeRules,
  publishRoll,
  registerAll,
  releaseShares,
  screenAll,
  someDigest,
  type Stage,
  toClose,
  toConfirmation,
  toRanking,
  trusteeSigner,
  upTo,
} from '../support/stage.ts'
import { deploySafe, execBySafe, type Safe } from '../support/wallets.ts'

const roles = { admin: 0, registrar: 1, screener: 2, committee: 3 }
const reviewPhase = 4
const confirmedPhase = 10
const cancelledPhase = 11

/** Trustee 1 of 3 is the Safe; accounts hold the roles. */
async function created() {
  const deployment = await deployFactory()
  const safe = await deploySafe([stranger(1), stranger(2)])
  const { signers } = deployment
  const others = [10, 11].map((index) => signer(signers, index).address as Hex)
  const trustees = [safe.address, ...others]
  const rules = await makeRules(deployment, { threshold: 2, trustees })
  return { stage: await createRound(deployment, rules), safe }
}

/** The Safe has taken the admin's role. */
async function handedOver() {
  const { stage, safe } = await created()
  await offer(stage, roles.admin, safe.address)
  await exec(stage, safe, 'acceptRole', [roles.admin])
  return { stage, safe }
}

function offer(stage: Stage, role: number, next: string) {
  const holders = [
    stage.admin,
    stage.registrar,
    stage.screener,
    stage.committee,
  ]
  const holder = holders[role] ?? fail('role')
  return stage.round.connect(holder).offerRole(role, next)
}

/** A call of the round by the Safe. */
function exec(
  { id, round }: Stage,
  safe: Safe,
  name: string,
  args: readonly unknown[],
) {
  return execBySafe(safe, id.round, encode(round.interface, name, args))
}

/** TypeChain knows each name's arguments; a helper for any name does not. */
function encode(abi: Interface, name: string, args: readonly unknown[]): Hex {
  return abi.encodeFunctionData(name, args) as Hex
}

describe('safeRound', () => {
  it('creates a round of which it is the admin', async () => {
    const { stage, safe } = await loadFixture(created)
    const { factory } = stage.deployment
    const holders = {
      admin: safe.address,
      registrar: stage.registrar.address,
      screener: stage.screener.address,
      committee: stage.committee.address,
    }
    const rules = await makeRules(stage.deployment)
    const args = [toAbiRules(rules), holders, zeroHash]
    const data = encode(factory.interface, 'createRound', args)
    const to = (await factory.getAddress()) as Hex
    await execBySafe(safe, to, data)
    const [made] = await factory.queryFilter(
      factory.filters.RoundCreated(undefined, safe.address),
    )
    const round = stage.round.attach(made?.args.round ?? '') as Stage['round']
    expect(await round.holder(roles.admin)).to.equal(ofChecksum(safe))
  })

  describe('takes over a role', () => {
    it('only once it accepts', async () => {
      const { stage, safe } = await loadFixture(created)
      const { admin, round } = stage
      await expect(offer(stage, roles.admin, safe.address))
        .to.emit(round, 'RoleOffered')
        .withArgs(roles.admin, ofChecksum(safe), admin.address)
      expect(await round.holder(roles.admin)).to.equal(admin.address)
      await expect(exec(stage, safe, 'cancel', [someDigest]))
        .to.be.revertedWithCustomError(round, 'Round_NotHolder')
        .withArgs(roles.admin, ofChecksum(safe))
      await expect(exec(stage, safe, 'acceptRole', [roles.admin]))
        .to.emit(round, 'RoleAccepted')
        .withArgs(roles.admin, admin.address, ofChecksum(safe))
      await expect(round.connect(admin).cancel(someDigest))
        .to.be.revertedWithCustomError(round, 'Round_NotHolder')
        .withArgs(roles.admin, admin.address)
      expect(await round.offered(roles.admin)).to.equal(zeroAddress)
    })

    it('not after the offer was taken back or made to another', async () => {
      const { stage, safe } = await loadFixture(created)
      for (const next of [zeroAddress, stage.anyone.address]) {
        await offer(stage, roles.admin, safe.address)
        await offer(stage, roles.admin, next)
        await expect(exec(stage, safe, 'acceptRole', [roles.admin]))
          .to.be.revertedWithCustomError(stage.round, 'Round_NotOffered')
          .withArgs(roles.admin, ofChecksum(safe))
      }
    })

    it('and hands it on', async () => {
      const { stage, safe } = await loadFixture(handedOver)
      const { anyone, registrar, round } = stage
      await exec(stage, safe, 'offerRole', [roles.registrar, anyone.address])
      await round.connect(anyone).acceptRole(roles.registrar)
      expect(await round.holder(roles.registrar)).to.equal(anyone.address)
      await expect(
        exec(stage, safe, 'offerRole', [roles.committee, anyone.address]),
      )
        .to.be.revertedWithCustomError(round, 'Round_NotHolder')
        .withArgs(roles.committee, ofChecksum(safe))
      await exec(stage, safe, 'offerRole', [roles.admin, registrar.address])
      await expect(round.connect(registrar).acceptRole(roles.admin))
        .to.emit(round, 'RoleAccepted')
        .withArgs(roles.admin, ofChecksum(safe), registrar.address)
    })
  })

  it('cancels', async () => {
    const { stage, safe } = await loadFixture(handedOver)
    await expect(exec(stage, safe, 'cancel', [someDigest]))
      .to.emit(stage.round, 'RoundCancelled')
      .withArgs(someDigest)
    expect(await stage.round.phase()).to.equal(cancelledPhase)
  })

  it('registers and withdraws a proposal without a signature', async () => {
    const { stage, safe } = await loadFixture(created)
    const message = { version: 1, digest: someDigest, category: 1, ask: 1n }
    const key = ofChecksum(safe)
    await expect(exec(stage, safe, 'registerProposal', [key, message, '0x']))
      .to.emit(stage.round, 'ProposalRegistered')
      .withArgs(key, 1, someDigest, 1, 1n, 1)
    await expect(exec(stage, safe, 'withdrawProposal', [key, 2, '0x']))
      .to.emit(stage.round, 'ProposalWithdrawn')
      .withArgs(key, 2, 0)
  })

  it('does nothing for fewer owners than its threshold', async () => {
    const { stage, safe } = await loadFixture(handedOver)
    const contract = await ethers.getContractAt('MockSafe', safe.address)
    for (const owners of [[stranger(1)], [stranger(1), stranger(3)]])
      await expect(
        exec(stage, { ...safe, owners }, 'cancel', [someDigest]),
      ).to.be.revertedWithCustomError(contract, 'MockSafe_Signatures')
    expect(await stage.round.phase()).to.equal(0)
  })

  it('runs its whole part of a round', async () => {
    const { stage, safe } = await loadFixture(handedOver)
    const { round, rules } = stage
    await offer(stage, roles.committee, safe.address)
    await exec(stage, safe, 'acceptRole', [roles.committee])

    await registerAll(stage, 6)
    await screenAll(stage)
    await time.increaseTo(rules.times.registerUntil + 1)
    const keys = upTo(stage.n).map((number) => applicant(number).address)
    await exec(stage, safe, 'extendRoster', [keys])
    await publishRoll(stage)

    await exec(stage, safe, 'startAttempt', [[...rules.trustees], someDigest])
    await generateKeysWithSafe(stage, safe)
    await time.increase(rules.times.rollNotice)
    const frozen = exec(stage, safe, 'freeze', [someDigest])
    await expect(frozen).to.emit(round, 'Frozen')

    await mine(rules.drawDelay + 1)
    await round.storeDrawBlock()
    await releaseBySafe(stage, safe, 1)
    await releaseShares(stage, 1, [3])
    await round.draw()
    await time.increaseTo(rules.times.reviewFrom)
    expect(await round.phase()).to.equal(reviewPhase)

    const ballots = [
      await makeBallot(stage, 1, [5, 1]),
      await makeBallot(stage, 4, [2, 3]),
    ]
    await castPage(stage, ballots)
    await toClose(stage)
    await time.increaseTo(rules.times.releaseFrom)
    await releaseBySafe(stage, safe, 0)
    await releaseShares(stage, 0, [2])
    await openPage(stage, 1, ballots)
    await toRanking(stage)
    await rankHonestly(stage)

    const leader = applicant(1)
    const digest = objectionDigest(stage.separator, { digest: someDigest })
    const signature = signAlone(leader, digest)
    await round.objectAsApplicant(leader.address, someDigest, signature)
    await exec(stage, safe, 'answerObjection', [1, someDigest])
    expect((await round.objectionCounts()).answered).to.equal(1)
    await toConfirmation(stage)
    const [[best = 0]] = await honestOrders(stage)
    const departure = { removed: best, added: 0, reason: someDigest }
    const confirmed = exec(stage, safe, 'confirm', [[departure], someDigest])
    const [event] = await eventsIn(stage, confirmed, 'Departed')
    expect(event).to.include({ removed: BigInt(best), added: 0n })
    expect(await round.phase()).to.equal(confirmedPhase)
    expect([...(await round.outcome(best))]).to.deep.equal([true, false])
  })
})

function ofChecksum({ address }: Safe): string {
  return ethers.getAddress(address)
}

/** Key generation of three, the first of whom is the Safe. */
async function generateKeysWithSafe(stage: Stage, safe: Safe) {
  const attempt = await currentAttempt(stage)
  const made = attempt.trustees.map((_, index) =>
    createPackage(attempt, index + 1, randomBytes),
  )
  const packages = made.map(({ message }) => message)
  const states = made.map(({ state }) => state)
  await sendAll(stage, safe, 'publishPackage', packages)
  const shares = await Promise.all(
    states.map((state) => createShares(attempt, state, packages)),
  )
  await sendAll(stage, safe, 'publishShares', shares)
  const finished = await Promise.all(
    states.map(async (state) => {
      const found = await receiveShares(attempt, state, packages, shares)
      return finishKeys(attempt, state, packages, found.received)
    }),
  )
  const { keys } = finished[0] ?? fail('keys')
  const { transcript } = await stage.round.attempt()
  const confirmation = [attempt.number, transcript, abiKeys(keys)] as const
  await exec(stage, safe, 'confirmKeys', [...confirmation])
  for (const account of attempt.trustees.slice(1)) {
    const trustee = await trusteeSigner(stage, account)
    await stage.round.connect(trustee).confirmKeys(...confirmation)
  }
  stage.trustees = { attempt, keys, shares: finished }
}

async function sendAll(
  stage: Stage,
  safe: Safe,
  name: 'publishPackage' | 'publishShares',
  messages: readonly Uint8Array[],
) {
  const { number, trustees } = await currentAttempt(stage)
  await exec(stage, safe, name, [number, messages[0]])
  for (const [index, message] of messages.entries()) {
    const account = trustees[index] ?? fail('trustee')
    if (account === ofChecksum(safe)) continue
    const trustee = await trusteeSigner(stage, account)
    await stage.round.connect(trustee)[name](number, message)
  }
}

function releaseBySafe(stage: Stage, safe: Safe, purpose: 0 | 1) {
  const own = stage.trustees?.shares[0] ?? fail('share')
  const share = purpose === 0 ? own.ballotShare : own.lotteryShare
  return exec(stage, safe, 'releaseShare', [purpose, 1, share])
}
