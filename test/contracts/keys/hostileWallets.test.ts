// hostileWallets
// ├── a wallet that says no, in whatever way → its ballot is skipped, the
// │   honest ones of the batch are recorded; alone it is refused
// ├── a wallet that says yes, in whatever way → its own ballot is recorded
// ├── a wallet that calls back
// │   ├── castBallots, castBallot, openPages or registerProposal → nothing
// │   │   but what the outer call does
// │   └── for the registration of its own proposal → registered once
// ├── a wallet that says yes and later no
// │   ├── its recorded ballot stays
// │   └── its ballot stays closed when the key never came
// ├── a wallet with no code, yet or any more → refused
// ├── many wallets that burn all they get
// │   ├── the honest ballots of their batch are recorded
// │   └── they burn no more than their allowance
// └── whatever gas the sender gives a batch
//     ├── every honest ballot is recorded, or the transaction reverts
//     ├── the same alone: recorded, or reverted for lack of gas
//     └── and when ballots are opened by signature
import { anyValue as anything } from '@nomicfoundation/hardhat-ethers-chai-matchers/withArgs'
import { expect } from 'chai'
import { type Hex, size } from 'viem'
import type { Signature } from '../../../protocol/signer.ts'
import { openingDigest } from '../../../protocol/typedData.ts'
import type { HostileWallet } from '../../../types/index.ts'
import { reviewer, signDigest, stranger } from '../support/accounts.ts'
import {
  castPage,
  type KnownBallot,
  makeBallot,
  pageOpening,
  packBatch,
} from '../support/ballots.ts'
import {
  deployFactory,
  ethers,
  loadFixture,
  networkHelpers,
  time,
} from '../support/chain.ts'
import { errorSelector, eventsIn, skippedIn } from '../support/events.ts'
import { gasUsed, skipUnderCoverage, tryWithGas } from '../support/gas.ts'
import {
  type KeyHolder,
  p256Holder,
  passkeyHolder,
  plainHolder,
  safeHolder,
  delegatedHolder,
  deployDelegate,
} from '../support/keyHolders.ts'
import {
  createRound,
  fixRoster,
  fullRoll,
  makeRules,
  registerAll,
  rosterToReview,
  someDigest,
  type Stage,
  upTo,
} from '../support/stage.ts'
import { delegate, deployCode, deploySafe } from '../support/wallets.ts'

/** As in HostileWallet.sol. */
const behaviours = [
  'SaysYes',
  'SaysNo',
  'BurnsGas',
  'Reverts',
  'RevertsYes',
  'SaysYesAtLength',
  'AnswersMegabyte',
  'AnswersShort',
  'AnswersAlmost',
  'AnswersDirty',
  'Reenters',
  'CountsGas',
] as const
type Behaviour = (typeof behaviours)[number]

/** Seats on the roll; the others hold plain accounts. */
const seats = {
  hostile: 1,
  safe: 2,
  delegated: 3,
  p256: 4,
  passkey: 5,
  destroys: 6,
  codeless: 7,
  /** Honest, and says no to a caller who gives too little gas. */
  counting: 10,
  /** The same under EIP-7702, where the call itself costs most. */
  countingDelegate: 19,
  /** And the next ones: wallets that burn all their gas. */
  burning: 11,
}
const honest = [
  'safe',
  'delegated',
  'p256',
  'passkey',
  'counting',
  'countingDelegate',
] as const
const burning = 8

async function review() {
  const deployment = await deployFactory()
  const { p256Verifier, webAuthnVerifier } = deployment
  const verifiers = [p256Verifier, webAuthnVerifier]
  const rules = await makeRules(deployment, { verifiers, seatsPerCommunity: 3 })
  const stage = await createRound(deployment, rules)
  await registerAll(stage, 8)
  await fixRoster(stage)
  const delegated = stranger(3)
  await delegate(delegated, await deployDelegate())
  const hostile = await deployHostile('SaysYes')
  const counting = await deployHostile('CountsGas')
  const burners = await Promise.all(
    upTo(burning).map(() => deployHostile('BurnsGas')),
  )
  const holders = {
    safe: safeHolder(await deploySafe([stranger(1), stranger(2)])),
    delegated: delegatedHolder(delegated),
    p256: p256Holder(p256Verifier, 1),
    passkey: passkeyHolder(webAuthnVerifier, 2),
    counting: { key: await addressOf(counting), sign: () => anySignature },
    countingDelegate: {
      key: await delegateTo(counting),
      sign: () => anySignature,
    },
  }
  const roll = fullRoll(stage)
  roll[seats.hostile - 1] = await addressOf(hostile)
  for (const name of honest) roll[seats[name] - 1] = holders[name].key
  // CALLER SELFDESTRUCT, as code and as initialisation code.
  roll[seats.destroys - 1] = await deployCode('0x6133ff6000526002601ef3')
  roll[seats.codeless - 1] = await deployCode('0x33ff')
  for (const [index, burner] of burners.entries())
    roll[seats.burning + index - 1] = await addressOf(burner)
  await rosterToReview(stage, roll)
  return { stage, hostile, holders }
}

type Review = Awaited<ReturnType<typeof review>>

async function deployHostile(behaviour: Behaviour): Promise<HostileWallet> {
  const wallet = await ethers.deployContract('HostileWallet')
  await wallet.become(behaviours.indexOf(behaviour))
  return wallet
}

/** An account that puts on the wallet's code, and behaves the same. */
async function delegateTo(wallet: HostileWallet): Promise<Hex> {
  const account = stranger(4)
  await delegate(account, await addressOf(wallet))
  const delegated = await ethers.getContractAt('HostileWallet', account.address)
  await delegated.become(await wallet.behaviour())
  return account.address
}

async function addressOf(wallet: HostileWallet): Promise<Hex> {
  return (await wallet.getAddress()) as Hex
}

/** What a wallet that answers anyhow is asked about. */
const anySignature: Signature = { kind: 1, body: new Uint8Array(65).fill(1) }

function ballotOf(
  stage: Stage,
  seat: number,
  sign: KeyHolder['sign'] = () => anySignature,
  version = 1,
) {
  return makeBallot(stage, seat, [5, 1], { sign, version })
}

function plainBallot(stage: Stage, seat: number) {
  return ballotOf(stage, seat, (digest) => signDigest(reviewer(seat), digest))
}

/** One ballot of each honest kind of key, and a plain one at either end. */
async function honestBallots({ stage, holders }: Review) {
  return [
    await plainBallot(stage, 8),
    ...(await Promise.all(
      honest.map((name) => ballotOf(stage, seats[name], holders[name].sign)),
    )),
    await plainBallot(stage, 9),
  ]
}

/** The ballots of hostile seats stand behind each honest one. */
async function mixedBallots(reviewed: Review, hostileSeats: readonly number[]) {
  const good = await honestBallots(reviewed)
  const bad = await Promise.all(
    hostileSeats.map((seat) => ballotOf(reviewed.stage, seat)),
  )
  const mixed = good.flatMap((one, index) => {
    const next = bad[index]
    return next ? [one, next] : [one]
  })
  return { good, bad, mixed: [...mixed, ...bad.slice(good.length)] }
}

async function expectSkipped(
  reviewed: Review,
  seat: number,
  gasLimit = 16_777_216,
) {
  const { round } = reviewed.stage
  const { good, bad, mixed } = await mixedBallots(reviewed, [seat])
  const sent = round.castBallots(packBatch(mixed), { gasLimit })
  await expect(sent)
    .to.emit(round, 'PageCast')
    .withArgs(1, good.length, packBatch(good))
  const reason = errorSelector('Round_BadSignature')
  const skipped = await skippedIn(reviewed.stage, sent)
  expect(skipped).to.deep.equal([{ reviewer: seat, version: 1, reason }])
  await expect(round.castBallot(packBatch(bad), { gasLimit }))
    .to.be.revertedWithCustomError(round, 'Round_BadSignature')
    .withArgs(await round.rollKey(seat))
}

async function expectRecorded(reviewed: Review) {
  const { round } = reviewed.stage
  const { good, mixed } = await mixedBallots(reviewed, [seats.hostile])
  const sent = round.castBallots(packBatch(mixed))
  await expect(sent)
    .to.emit(round, 'PageCast')
    .withArgs(1, good.length + 1, packBatch(mixed))
  expect(await skippedIn(reviewed.stage, sent)).to.deep.equal([])
  const counts = await round.ballotCounts()
  expect([counts.pages, counts.cast]).to.deep.equal([1n, 9n])
}

describe('hostileWallets', () => {
  const sayNo: Behaviour[] = [
    'SaysNo',
    'BurnsGas',
    'Reverts',
    'RevertsYes',
    'AnswersMegabyte',
    'AnswersShort',
    'AnswersAlmost',
    'AnswersDirty',
  ]
  for (const behaviour of sayNo)
    it(`records all others when one ${behaviour}`, async () => {
      const reviewed = await loadFixture(review)
      await reviewed.hostile.become(behaviours.indexOf(behaviour))
      await expectSkipped(reviewed, seats.hostile)
    })

  it('records all others when one destroys itself', async () => {
    const reviewed = await loadFixture(review)
    await expectSkipped(reviewed, seats.destroys)
    const key = await reviewed.stage.round.rollKey(seats.destroys)
    expect(await ethers.provider.getCode(key)).to.equal('0x33ff')
  })

  it('records all others when one has no code, or none any more', async () => {
    const reviewed = await loadFixture(review)
    const key = await reviewed.stage.round.rollKey(seats.codeless)
    expect(await ethers.provider.getCode(key)).to.equal('0x')
    await expectSkipped(reviewed, seats.codeless)
  })

  for (const behaviour of ['SaysYes', 'SaysYesAtLength'] as const)
    it(`records the own ballot of one that ${behaviour}`, async () => {
      const reviewed = await loadFixture(review)
      await reviewed.hostile.become(behaviours.indexOf(behaviour))
      await expectRecorded(reviewed)
    })

  describe('a wallet that calls back', () => {
    it('casts nothing more', async () => {
      const reviewed = await loadFixture(review)
      const { hostile, stage } = reviewed
      const { interface: abi } = stage.round
      const other = await plainBallot(stage, 20)
      const own = await ballotOf(stage, seats.hostile, undefined, 2)
      const batch = packBatch([other, own])
      const single = packBatch([other])
      for (const call of [
        abi.encodeFunctionData('castBallots', [batch]),
        abi.encodeFunctionData('castBallot', [single]),
      ]) {
        const fresh = await loadFixture(review)
        await hostile.aimAt(stage.id.round, call)
        await expectRecorded(fresh)
        expect(await stage.round.lastVersion(20)).to.equal(0)
        expect(await stage.round.lastVersion(seats.hostile)).to.equal(1)
      }
    })

    it('opens nothing more', async () => {
      const reviewed = await loadFixture(review)
      const { hostile, stage } = reviewed
      const { round } = stage
      const first = await plainBallot(stage, 20)
      const own = await ballotOf(stage, seats.hostile)
      await castPage(stage, [first])
      await castPage(stage, [own])
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      const others = [signedOpening(stage, first)]
      const inner = pageOpening(1, [first], others)
      const call = round.interface.encodeFunctionData('openPages', [
        [{ ...inner, openings: inner.openings }],
      ])
      await hostile.aimAt(stage.id.round, call)
      const opening = { ...signedOpening(stage, own), signature: anySignature }
      await expect(round.openPages([pageOpening(2, [own], [opening])]))
        .to.emit(round, 'PageOpened')
        .withArgs(2, 1, 0, anything)
      expect(await round.isSettled(20)).to.be.false
      expect((await round.ballotCounts()).settled).to.equal(1)
    })

    it('registers its own proposal once', async () => {
      const { hostile, stage } = await loadFixture(registration)
      const { round } = stage
      const key = await addressOf(hostile)
      const first = { version: 1, digest: someDigest, category: 1, ask: 1n }
      const second = { ...first, version: 2 }
      const inner = [key, second, '0x01'] as const
      const call = round.interface.encodeFunctionData('registerProposal', [
        ...inner,
      ])
      await hostile.aimAt(stage.id.round, call)
      const sent = round.registerProposal(key, first, '0x01')
      const events = await eventsIn(stage, sent, 'ProposalRegistered')
      expect(events.map(({ version }) => version)).to.deep.equal([1n])
      expect((await round.proposal(key)).version).to.equal(1)
    })
  })

  describe('a wallet that says yes and later no', () => {
    it('has its ballot recorded, and no other', async () => {
      const { hostile, stage } = await loadFixture(review)
      const { round } = stage
      await castPage(stage, [await ballotOf(stage, seats.hostile)])
      await hostile.become(behaviours.indexOf('SaysNo'))
      const second = await ballotOf(stage, seats.hostile, undefined, 2)
      await expect(round.castBallot(packBatch([second])))
        .to.be.revertedWithCustomError(round, 'Round_BadSignature')
        .withArgs(await addressOf(hostile))
      expect(await round.lastVersion(seats.hostile)).to.equal(1)
    })

    it('leaves its own ballot closed, and no other', async () => {
      const { hostile, stage } = await loadFixture(review)
      const { round } = stage
      const ballots = [
        await plainBallot(stage, 8),
        await ballotOf(stage, seats.hostile),
        await plainBallot(stage, 9),
      ]
      await castPage(stage, ballots)
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      const openings = ballots.map((one) => signedOpening(stage, one))
      openings[1]!.signature = anySignature
      for (const behaviour of ['SaysNo', 'BurnsGas', 'Reverts'] as const) {
        await hostile.become(behaviours.indexOf(behaviour))
        await round.openPages([pageOpening(1, ballots, openings)])
        expect((await round.ballotCounts()).settled).to.equal(2)
        expect(await round.isSettled(seats.hostile)).to.be.false
      }
    })
  })

  describe('many wallets that burn all they get', () => {
    const burningSeats = upTo(burning).map((n) => seats.burning + n - 1)

    it('burn no more than their allowance', async function () {
      skipUnderCoverage(this)
      const reviewed = await loadFixture(review)
      const { round } = reviewed.stage
      const { good, mixed } = await mixedBallots(reviewed, burningSeats)
      const gasLimit = 16_777_216
      const snapshot = await networkHelpers.takeSnapshot()
      const clean = await gasUsed(castPage(reviewed.stage, good))
      await snapshot.restore()
      const sent = round.castBallots(packBatch(mixed), { gasLimit })
      await expect(sent)
        .to.emit(round, 'PageCast')
        .withArgs(1, good.length, packBatch(good))
      const each = Number((await gasUsed(sent)) - clean) / burning
      expect(each).to.be.within(250_000, 265_000)
      expect(await skippedIn(reviewed.stage, sent)).to.have.length(burning)
    })
  })

  describe('whatever gas the sender gives', () => {
    it('a batch is recorded with all its honest ballots, or reverts', async () => {
      const reviewed = await loadFixture(review)
      const { stage } = reviewed
      const { good, mixed } = await mixedBallots(reviewed, [
        seats.burning,
        seats.burning + 1,
        seats.destroys,
        seats.codeless,
      ])
      const data = stage.round.interface.encodeFunctionData('castBallots', [
        packBatch(mixed),
      ]) as Hex
      const expected = packBatch(good)
      await forEachGas(stage, data, async (sent) => {
        const [page] = await eventsIn(stage, sent, 'PageCast')
        expect(page?.['batch'] === expected).to.be.true
      })
    })

    for (const name of honest)
      it(`the ballot of a ${name} alone is recorded, or reverts`, async () => {
        const { holders, stage } = await loadFixture(review)
        const ballot = await ballotOf(stage, seats[name], holders[name].sign)
        const packed = packBatch([ballot])
        const data = stage.round.interface.encodeFunctionData('castBallot', [
          packed,
        ]) as Hex
        await forEachGas(stage, data, async (sent) => {
          const [page] = await eventsIn(stage, sent, 'PageCast')
          expect(page?.['batch'] === packed).to.be.true
        })
      })

    it('a page opened by signatures has them all open, or reverts', async () => {
      const { holders, stage } = await loadFixture(review)
      const ballots = await Promise.all(
        honest.map((name) => ballotOf(stage, seats[name], holders[name].sign)),
      )
      await castPage(stage, ballots)
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      const openings = ballots.map((ballot, index) => {
        const { sign } = holders[honest[index]!]
        return signedOpening(stage, ballot, sign)
      })
      const pages = [pageOpening(1, ballots, openings)]
      const data = stage.round.interface.encodeFunctionData('openPages', [
        pages,
      ]) as Hex
      await forEachGas(stage, data, async (sent) => {
        const [page] = await eventsIn(stage, sent, 'PageOpened')
        expect(page?.['counted']).to.equal(BigInt(ballots.length))
      })
    })
  })
})

/** A round that takes proposals, and a wallet that holds one's key. */
async function registration() {
  const deployment = await deployFactory()
  const stage = await createRound(deployment, await makeRules(deployment))
  return { stage, hostile: await deployHostile('SaysYes') }
}

function signedOpening(
  { separator }: Stage,
  { reviewer: number, version, seal, values, salt }: KnownBallot,
  sign: KeyHolder['sign'] = plainHolder(reviewer(number)).sign,
) {
  const signature = sign(openingDigest(separator, { reviewer: number, seal }))
  return {
    kind: 2 as const,
    reviewer: number,
    version,
    values,
    salt,
    signature,
  }
}

/**
 * Finds the least gas with which a call goes through, by bisection, and tries
 * many limits below and around it: each one records everything or reverts.
 */
async function forEachGas(
  stage: Stage,
  data: Hex,
  check: (
    sent: ReturnType<Stage['anyone']['sendTransaction']>,
  ) => Promise<void>,
) {
  const attempt = async (gasLimit: number): Promise<boolean> => {
    const error = await tryWithGas(stage, data, gasLimit, check)
    expect(error).to.be.oneOf([undefined, 'out of gas', 'Round_ForeignGas'])
    return error === undefined
  }
  const most = 16_777_216
  expect(await attempt(most)).to.be.true
  // EIP-7623: below that no node takes it.
  const least = 21_000 + 40 * size(data)
  let [fails, passes] = [least, most]
  while (passes - fails > 1) {
    const middle = Math.floor((fails + passes) / 2)
    if (await attempt(middle)) passes = middle
    else fails = middle
  }
  // From there down in steps that leave no room for a starved signature, …
  for (let gas = fails; gas > least; gas = Math.floor(gas * 0.93))
    await attempt(gas)
  // … and up, where all of it must hold.
  for (let gas = passes; gas < most; gas = Math.ceil(gas * 1.2))
    expect(await attempt(gas)).to.be.true
}
