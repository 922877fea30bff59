/**
 * Roll
 * ├── publishRoll
 * │   ├── keeps the keys in code that nobody can call, in seat order
 * │   ├── a second publication replaces the chunk and says so
 * │   ├── takes empty seats, and keys that stand twice
 * │   └── given more than 1,024 keys, takes chunks of exactly 1,024 in any order
 * ├── rollDigest
 * │   └── equals the protocol's, and changes with every key
 * └── freeze
 *     ├── fixes roll, keys and the block of the draw
 *     └── counts the notice from the last change
 */
import { expect } from 'chai'
import { getAddress, keccak256, ZeroAddress } from 'ethers'
import { concat, type Hex } from 'viem'
import { rollDigest, toChunks } from '../../../protocol/roll.ts'
import { reviewer } from '../support/accounts.ts'
import { ethers, time } from '../support/chain.ts'
import { makeMoments, type Played } from '../support/moments.ts'
import { expectRefusal } from '../support/refusal.ts'
import {
  fail,
  freeze,
  fullRoll,
  generateKeys,
  juryRules,
  publishRoll,
  someDigest,
} from '../support/stage.ts'

const key = (number: number) => reviewer(number).address
const round = makeMoments()
/** 2,050 jurors: two full chunks and one of two keys. */
const bigJury = makeMoments({
  rules: { ...juryRules, reviewers: 2_050 },
})

describe('Roll', () => {
  describe('publishRoll', () => {
    it('keeps the keys in code that nobody can call, in seat order', async () => {
      const stage = await round('roll')
      const [chunk] = toChunks(fullRoll(stage))
      const { code, codeHash, revision } = await published(
        stage,
        publish(stage, 0, chunk ?? fail('chunk')),
      )
      expect(revision).to.equal(1)
      const stored = await ethers.provider.getCode(code)
      expect(stored).to.equal(concat(['0x00', chunk ?? fail('chunk')]))
      expect(codeHash).to.equal(keccak256(stored))
      for (const number of [1, 2, 11, 12])
        expect(await stage.round.rollKey(number)).to.equal(
          getAddress(key(number)),
        )
    })

    it('a replacement is seen by all: event, revision, time', async () => {
      const stage = await round('roll')
      await publishRoll(stage)
      const before = (await stage.round.rollProgress()).changedAt
      await time.increase(60)
      const changed = fullRoll(stage).with(0, key(99))
      const [chunk] = toChunks(changed)
      const { revision } = await published(
        stage,
        publish(stage, 0, chunk ?? fail('chunk')),
      )
      const progress = await stage.round.rollProgress()
      expect(revision).to.equal(2)
      expect([progress.published, progress.chunks]).to.deep.equal([1n, 1n])
      expect(progress.changedAt).to.be.greaterThan(before)
      expect(await stage.round.rollKey(1)).to.equal(getAddress(key(99)))
    })

    it('takes empty seats, and keys that stand twice', async () => {
      const stage = await round('roll')
      const nobody = ZeroAddress as Hex
      await publishRoll(stage, fullRoll(stage).with(3, nobody).with(4, key(1)))
      expect(await stage.round.rollKey(4)).to.equal(ZeroAddress)
      expect(await stage.round.rollKey(5)).to.equal(getAddress(key(1)))
    })

    it('takes chunks of exactly 1,024 keys, in any order', async () => {
      const stage = await bigJury('roll')
      const chunks = toChunks(fullRoll(stage))
      for (const index of [2, 0, 1])
        await publish(stage, index, chunks[index] ?? fail('chunk'))
      const { published: count, chunks: all } = await stage.round.rollProgress()
      expect([count, all]).to.deep.equal([3n, 3n])
      for (const number of [1, 1_024, 1_025, 2_048, 2_049, 2_050])
        expect(await stage.round.rollKey(number)).to.equal(
          getAddress(key(number)),
        )
    })

    for (const [index, keys, expected] of [
      [0, 1_023, 1_024],
      [0, 1_025, 1_024],
      [1, 2, 1_024],
      [2, 1_024, 2],
      [3, 0, 0],
    ] as const)
      it(`refuses ${keys} keys as chunk ${index}`, async () => {
        const stage = await bigJury('roll')
        const chunk: Hex = `0x${'01'.repeat(20 * keys)}`
        await expectRefusal(
          publish(stage, index, chunk),
          stage.round,
          'Round_RollChunk',
          [index, 20 * keys, 20 * expected],
        )
      })
  })

  describe('rollDigest', () => {
    it('equals the protocol’s, and changes with every key', async () => {
      const stage = await round('roll')
      await publishRoll(stage)
      const first = await stage.round.rollDigest()
      expect(first).to.equal(rollDigest(toChunks(fullRoll(stage))))
      const changed = fullRoll(stage).with(11, key(99))
      await publishRoll(stage, changed)
      expect(await stage.round.rollDigest()).to.equal(
        rollDigest(toChunks(changed)),
      )
    })

    it('equals the protocol’s over several chunks', async () => {
      const stage = await bigJury('roll')
      await publishRoll(stage)
      expect(await stage.round.rollDigest()).to.equal(
        rollDigest(toChunks(fullRoll(stage))),
      )
    })
  })

  describe('freeze', () => {
    it('fixes roll, keys and the block of the draw', async () => {
      const stage = await round('roll')
      await publishRoll(stage)
      await generateKeys(stage)
      await time.increase(stage.rules.times.rollNotice)
      const block = await ethers.provider.getBlockNumber()
      const drawBlock = block + 1 + stage.rules.drawDelay
      await expect(stage.round.connect(stage.admin).freeze(someDigest))
        .to.emit(stage.round, 'Frozen')
        .withArgs(someDigest, 1, drawBlock, await stage.round.rollDigest())
      expect((await stage.round.drawBlock()).number).to.equal(drawBlock)
    })

    it('a registrar cannot change a key without a new notice', async () => {
      const stage = await round('roll')
      await publishRoll(stage)
      await generateKeys(stage)
      await time.increase(stage.rules.times.rollNotice)
      const at = (await time.latest()) + 10
      await time.setNextBlockTimestamp(at)
      await publishRoll(stage, fullRoll(stage).with(0, key(99)))
      const { rollNotice } = stage.rules.times
      await expectRefusal(
        stage.round.connect(stage.admin).freeze(someDigest),
        stage.round,
        'Round_RollNotice',
        [at, at + rollNotice],
      )
      await time.setNextBlockTimestamp(at + rollNotice)
      await stage.round.connect(stage.admin).freeze(someDigest)
    })

    it('waits for every chunk', async () => {
      const stage = await bigJury('roll')
      const chunks = toChunks(fullRoll(stage))
      await generateKeys(stage)
      for (const index of [0, 2])
        await publish(stage, index, chunks[index] ?? fail('chunk'))
      await time.increase(stage.rules.times.rollNotice)
      await expectRefusal(
        stage.round.connect(stage.admin).freeze(someDigest),
        stage.round,
        'Round_RollIncomplete',
        [2, 3],
      )
      await publish(stage, 1, chunks[1] ?? fail('chunk'))
      await freeze(stage)
    })
  })
})

function publish(
  { round: contract, registrar }: Played,
  index: number,
  keys: Hex,
) {
  return contract.connect(registrar).publishRoll(index, keys)
}

/** What the event says of a published chunk. */
async function published(
  { round: contract }: Played,
  sent: ReturnType<typeof publish>,
) {
  const receipt = await (await sent).wait()
  const [event] = await contract.queryFilter(
    contract.filters.RollPublished,
    receipt?.blockNumber,
  )
  return event?.args ?? fail('event')
}
