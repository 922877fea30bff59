/**
 * RoundFactory
 * ├── createRound
 * │   ├── given rules that can finish
 * │   │   ├── makes a round that carries them, and remembers it
 * │   │   ├── emits RoundCreated, RoundOpened and AttemptStarted
 * │   │   ├── puts it where the caller and the salt say
 * │   │   └── takes rules at all their bounds at once
 * │   ├── given the same salt
 * │   │   ├── from the same caller → reverts
 * │   │   └── from another caller → makes another round
 * │   └── given each change of the table of refused rules → reverts with its error
 * └── isRound
 *     └── is false for what the factory did not make
 */
import { expect } from 'chai'
import { Interface, ZeroAddress } from 'ethers'
import {
  bytesToHex,
  encodeAbiParameters,
  getCreate2Address,
  type Hex,
  keccak256,
} from 'viem'
import { encodeRules, type Rules, rulesDigest } from '../../protocol/rules.ts'
import { domainSeparator } from '../../protocol/typedData.ts'
import { makeRules as makeTableRules, now } from '../protocol/makeRules.ts'
import { refusedRules } from '../protocol/refusedRules.ts'
import { stranger } from './support/accounts.ts'
import {
  deployFactory,
  type Deployment,
  ethers,
  loadFixture,
  signer,
  time,
} from './support/chain.ts'
import { expectRefusal } from './support/refusal.ts'
import { abiRules, createRound, makeRules, upTo } from './support/stage.ts'

const salt: Hex = `0x${'5a'.repeat(32)}`
const clones = { interface: new Interface(['error FailedDeployment()']) }

describe('RoundFactory', () => {
  describe('createRound', () => {
    it('makes a round that carries its rules, and remembers it', async () => {
      const deployment = await loadFixture(deployFactory)
      const rules = await makeRules(deployment)
      const { round, id } = await createRound(deployment, rules)
      expect(await round.rulesDigest()).to.equal(rulesDigest(rules))
      const { times, trustees } = await round.rules()
      expect(times.openUntil).to.equal(rules.times.openUntil)
      expect(trustees.map((one) => one.toLowerCase())).to.deep.equal(
        rules.trustees.map((one) => one.toLowerCase()),
      )
      expect(await round.domainSeparator()).to.equal(
        bytesToHex(domainSeparator(id)),
      )
      expect(await deployment.factory.isRound(id.round)).to.be.true
    })

    it('tells of the round, its rules and its trustees', async () => {
      const deployment = await loadFixture(deployFactory)
      const { factory } = deployment
      const rules = await makeRules(deployment)
      const at = await predict(deployment, rules)
      const round = await ethers.getContractAt('Round', at)
      const created = await create(deployment, rules)
      const digest = rulesDigest(rules)
      await expect(created)
        .to.emit(factory, 'RoundCreated')
        .withArgs(at, signer(deployment.signers, 0).address, digest)
      await expect(created).to.emit(round, 'RoundOpened')
      await expect(created)
        .to.emit(round, 'AttemptStarted')
        .withArgs(1, rules.trustees, rules.threshold, `0x${'00'.repeat(32)}`)
    })

    it('puts it where the caller and the salt say', async () => {
      const deployment = await loadFixture(deployFactory)
      const rules = await makeRules(deployment)
      const at = await predict(deployment, rules)
      await create(deployment, rules)
      expect(await deployment.factory.isRound(at)).to.be.true
    })

    it('refuses a salt of the same caller again', async () => {
      const deployment = await loadFixture(deployFactory)
      const rules = await makeRules(deployment)
      await create(deployment, rules)
      await expect(create(deployment, rules)).to.be.revertedWithCustomError(
        clones,
        'FailedDeployment',
      )
    })

    it('nobody can take the place of someone else’s round', async () => {
      const deployment = await loadFixture(deployFactory)
      const rules = await makeRules(deployment)
      await create(deployment, rules, signer(deployment.signers, 6))
      const at = await predict(deployment, rules)
      expect(await deployment.factory.isRound(at)).to.be.false
      await create(deployment, rules)
      expect(await deployment.factory.isRound(at)).to.be.true
    })

    it('takes rules at all their bounds at once', async () => {
      const deployment = await loadFixture(deployFactory)
      const rules = await makeRules(deployment, {
        seatsPerCommunity: 109,
        points: 'Score',
        listLength: 0,
        weights: Array<number>(127).fill(1),
        maxScore: 255,
        ballotLimit: 15,
        seats: 3,
        minOpened: 10_000,
        drawDelay: 8_000,
        threshold: 15,
        trustees: upTo(15).map((number) => stranger(number).address),
        verifiers: Array<Hex>(4).fill(deployment.p256Verifier),
      })
      const { round } = await createRound(deployment, rules)
      expect(await round.rulesDigest()).to.equal(rulesDigest(rules))
    })

    it('takes a quota for each of 32 categories', async () => {
      const deployment = await loadFixture(deployFactory)
      const quotas = upTo(32).map((category) => ({ category, seats: 1 }))
      const rules = await makeRules(deployment, { seats: 32, quotas })
      const { round } = await createRound(deployment, rules)
      expect(await round.rulesDigest()).to.equal(rulesDigest(rules))
    })

    for (const [change, error, values] of refusedRules)
      it(`refuses ${Object.keys(change).join(', ')} with ${error}(${values.join(', ')})`, async () => {
        const deployment = await loadFixture(deployFactory)
        const later = (await time.latest()) + 60 - now
        const rules = makeTableRules(change)
        await time.setNextBlockTimestamp(now + later)
        await expectRefusal(
          create(deployment, { ...rules, times: shift(rules.times, later) }),
          deployment.factory,
          error,
          error === 'Rules_TimeOrder'
            ? values.map((value, place) => Number(value) + (place && later))
            : values,
        )
      })
  })

  describe('isRound', () => {
    it('is false for what the factory did not make', async () => {
      const { factory } = await loadFixture(deployFactory)
      expect(await factory.isRound(ZeroAddress)).to.be.false
      expect(await factory.isRound(await factory.implementation())).to.be.false
    })
  })
})

function create(
  { factory, signers }: Deployment,
  rules: Rules,
  caller = signer(signers, 0),
) {
  const holder = signer(signers, 1).address
  const holders = {
    admin: holder,
    registrar: holder,
    screener: holder,
    committee: holder,
  }
  return factory.connect(caller).createRound(abiRules(rules), holders, salt)
}

/** CREATE2 of ERC-1167 with the rules behind it (OpenZeppelin's `Clones`). */
async function predict(
  { factory, signers }: Deployment,
  rules: Rules,
): Promise<Hex> {
  const implementation = (await factory.implementation()).slice(2)
  const args = encodeRules(rules).slice(2)
  const length = (args.length / 2 + 45).toString(16).padStart(4, '0')
  const code =
    `0x61${length}3d81600a3d39f3363d3d373d3d3d363d73` +
    `${implementation}5af43d82803e903d91602b57fd5bf3${args}`
  return getCreate2Address({
    from: (await factory.getAddress()) as Hex,
    bytecode: code as Hex,
    salt: keccak256(
      encodeAbiParameters(
        [{ type: 'address' }, { type: 'bytes32' }],
        [signer(signers, 0).address as Hex, salt],
      ),
    ),
  })
}

function shift(times: Rules['times'], by: number): Rules['times'] {
  const { rollNotice, objectionPeriod, answerPeriod, ...points } = times
  const shifted = Object.entries(points).map(([name, at]) => [name, at + by])
  const moments = Object.fromEntries(shifted) as typeof points
  return { ...moments, rollNotice, objectionPeriod, answerPeriod }
}
