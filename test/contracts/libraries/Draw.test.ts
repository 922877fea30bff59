/**
 * Draw
 * ├── storeDrawBlock
 * │   ├── stores the hash of the fixed block, once
 * │   ├── within 256 blocks asks the chain, then the history of EIP-2935
 * │   ├── serves the fixed block 8,191 blocks later
 * │   └── a block later takes the next fixed block, and so on
 * └── draw
 *     ├── gives the seed and the shuffles of the protocol
 *     ├── gives every reviewer the list of the protocol
 *     ├── any threshold of shares gives the same seed
 *     └── is read by nobody before it is made
 */
import { expect } from 'chai'
import type { Hash } from 'viem'
import { listOf, makeDraw, placeOf } from '../../../protocol/draw.ts'
import { drawSeed, fixedBlock } from '../../../protocol/drawSeed.ts'
import { packNumbers } from '../../../protocol/packedNumbers.ts'
import { reviewerCount } from '../../../protocol/rules.ts'
import { withdraw } from '../support/acts.ts'
import { installHistory, noteBlockHash } from '../support/blockHistory.ts'
import { ethers, mine, networkHelpers, signer } from '../support/chain.ts'
import { makeMoments, type Played } from '../support/moments.ts'
import { expectRefusal } from '../support/refusal.ts'
import {
  addressOf,
  fail,
  juryRules,
  releaseShares,
  type RulesChange,
  upTo,
} from '../support/stage.ts'

const lottery = 1
const history = 8_191
const round = makeMoments()
/** Time enough for many blocks. */
const slow = makeMoments({
  rules: ({ signers }) => ({
    threshold: 2,
    trustees: [10, 11, 12].map((index) => addressOf(signer(signers, index))),
  }),
})

describe('Draw', () => {
  describe('storeDrawBlock', () => {
    for (const later of [1, 2, 255, 256])
      it(`stores the hash ${later} blocks after the fixed block`, async () => {
        const stage = await round('frozen')
        const number = await mineAfterFixed(stage, later)
        const hash = await hashOf(number)
        await expect(stage.round.storeDrawBlock())
          .to.emit(stage.round, 'DrawBlockStored')
          .withArgs(number, hash)
        expect(await stage.round.drawBlock()).to.deep.equal([
          BigInt(number),
          hash,
        ])
      })

    for (const later of [257, 1_000, history])
      it(`asks the history ${later} blocks after the fixed block`, async () => {
        const stage = await round('frozen')
        await installHistory()
        const number = await mineAfterFixed(stage, later)
        const hash = await noteBlockHash(number)
        await stage.round.storeDrawBlock()
        expect(await stage.round.drawBlock()).to.deep.equal([
          BigInt(number),
          hash,
        ])
      })

    for (const [later, windows] of [
      [history + 1, 1],
      [history + 256, 1],
      [2 * history + 1, 2],
      [10 * history + 200, 10],
    ] as const)
      it(`who waits ${later} blocks chooses nothing: the next fixed block counts`, async () => {
        const stage = await round('frozen')
        const first = await mineAfterFixed(stage, later)
        const next = first + windows * history
        const current = (await ethers.provider.getBlockNumber()) + 1
        expect(fixedBlock(BigInt(first), BigInt(current))).to.equal(
          BigInt(next),
        )
        await expect(stage.round.storeDrawBlock())
          .to.emit(stage.round, 'DrawBlockStored')
          .withArgs(next, await hashOf(next))
      })

    it('a hash that the history lost is waited for', async () => {
      const stage = await round('frozen')
      await installHistory()
      const first = await mineAfterFixed(stage, history)
      await expectRefusal(
        stage.round.storeDrawBlock(),
        stage.round,
        'Round_BlockHashMissing',
        [first],
      )
      await mine(1)
      await stage.round.storeDrawBlock()
    })
  })

  describe('draw', () => {
    const kinds: Record<string, { n: number; rules: RulesChange }> = {
      'halves of an even number': { n: 6, rules: {} },
      'halves with a blank card': { n: 7, rules: {} },
      'lists as long as a half': { n: 7, rules: { listLength: 4 } },
      'owners who score all others': {
        n: 5,
        rules: { listLength: 0, points: 'Score' },
      },
      'a jury with lists': {
        n: 7,
        rules: { ...juryRules, listLength: 3, reviewers: 9 },
      },
      'a jury that scores all': { n: 5, rules: juryRules },
    }
    for (const [kind, options] of Object.entries(kinds))
      it(`gives the seed, shuffles and lists of the protocol to ${kind}`, async () => {
        const stage = await makeMoments(options)('drawn')
        const { round: contract, id, n, rules } = stage
        const seed = drawSeed({
          ...id,
          lottery: lotterySecret(stage),
          blockHash: (await contract.drawBlock()).hash as Hash,
        })
        expect(await contract.seed()).to.equal(seed)
        const draw = makeDraw({ seed, rules, n })
        expect(await contract.shuffles()).to.deep.equal([
          packNumbers(draw.order),
          packNumbers(draw.offset),
        ])
        for (const reviewer of upTo(reviewerCount(rules, n)))
          expect((await contract.listOf(reviewer)).map(Number)).to.deep.equal(
            listOf(draw, reviewer),
          )
        for (const number of upTo(n)) {
          const { half, position } = placeOf(draw, number)
          expect(await contract.place(number)).to.deep.equal([
            BigInt(half),
            BigInt(position),
          ])
        }
      })

    it('tells the lottery key, the seed and both shuffles', async () => {
      const stage = await round('frozen')
      await mine(stage.rules.drawDelay + 1)
      await stage.round.storeDrawBlock()
      await releaseShares(stage, lottery)
      const sent = await stage.round.draw()
      const { order, offset } = await stage.round.shuffles()
      await expect(sent)
        .to.emit(stage.round, 'Drawn')
        .withArgs(lotterySecret(stage), await stage.round.seed(), order, offset)
    })

    it('whichever two of three trustees release, the seed is the same', async () => {
      const seeds: string[] = []
      for (const trustees of [
        [1, 2],
        [1, 3],
        [3, 2],
      ]) {
        const stage = await slow('frozen')
        await mine(stage.rules.drawDelay + 1)
        await stage.round.storeDrawBlock()
        await releaseShares(stage, lottery, trustees)
        await stage.round.draw()
        seeds.push(await stage.round.seed())
      }
      expect(new Set(seeds).size).to.equal(1)
    })

    it('one share too few draws nothing', async () => {
      const stage = await slow('frozen')
      await mine(stage.rules.drawDelay + 1)
      await stage.round.storeDrawBlock()
      await releaseShares(stage, lottery, [3])
      await expectRefusal(
        stage.round.draw(),
        stage.round,
        'Round_LotteryShares',
        [1, 2],
      )
    })

    it('a share more after the draw changes nothing', async () => {
      const stage = await slow('drawn')
      const seed = await stage.round.seed()
      await releaseShares(stage, lottery, [3])
      expect(await stage.round.released(lottery)).to.equal(0b111)
      expect(await stage.round.seed()).to.equal(seed)
    })

    it('a withdrawal before the draw moves no place', async () => {
      const stage = await round('frozen')
      await withdraw(stage, 1)
      await mine(stage.rules.drawDelay + 1)
      await stage.round.storeDrawBlock()
      await releaseShares(stage, lottery)
      await stage.round.draw()
      const [order] = await stage.round.shuffles()
      expect(order.length).to.equal(2 + 4 * 6)
    })
  })
})

/** The next block stands so many blocks after the fixed block. */
async function mineAfterFixed({ round: contract }: Played, later: number) {
  const number = Number((await contract.drawBlock()).number)
  const current = await ethers.provider.getBlockNumber()
  await networkHelpers.mine(number + later - 1 - current, { interval: 0 })
  return number
}

async function hashOf(number: number): Promise<string> {
  const block = await ethers.provider.getBlock(number)
  return block?.hash ?? fail('hash')
}

function lotterySecret({ trustees }: Played): bigint {
  const [alone] = trustees?.shares ?? []
  return alone?.lotteryShare ?? fail('share')
}
