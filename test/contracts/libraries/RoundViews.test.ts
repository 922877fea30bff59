/**
 * RoundViews
 * ├── before anything was done, answer nothing and zero
 * ├── tell the sizes of roster, roll and ballots once they follow
 * └── tell of the attempt, the keys and the shares
 */
import { expect } from 'chai'
import { keccak256, ZeroAddress, ZeroHash } from 'ethers'
import { envelopeLength, valueCount } from '../../../protocol/rules.ts'
import { makeMoments } from '../support/moments.ts'
import { generateKeys, juryRules, upTo } from '../support/stage.ts'

const round = makeMoments()

describe('RoundViews', () => {
  it('before anything was done, answer nothing and zero', async () => {
    const { round: contract } = await round('registration')
    expect(await contract.proposal(ZeroAddress)).to.deep.equal([
      ZeroHash,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
    ])
    expect(await contract.rosterSize()).to.deep.equal([0n, 0n, false])
    expect(await contract.reviewerCount()).to.equal(0)
    expect(await contract.rollProgress()).to.deep.equal([0n, 0n, 0n])
    expect(await contract.rollDigest()).to.equal(keccak256('0x'))
    const { ballotKey, ballotShares } = await contract.trusteeKeys()
    expect([...ballotKey, ...ballotShares]).to.deep.equal([ZeroHash, ZeroHash])
    expect(await contract.released(0)).to.equal(0)
    expect(await contract.released(1)).to.equal(0)
    expect(await contract.keyCame()).to.be.false
    expect(await contract.drawBlock()).to.deep.equal([0n, ZeroHash])
    expect(await contract.seed()).to.equal(ZeroHash)
    expect(await contract.ballotSize()).to.deep.equal([0n, 0n])
    expect(await contract.ballotCounts()).to.deep.equal([0n, 0n, 0n])
    expect(await contract.page(1)).to.equal(ZeroHash)
    expect(await contract.rankedAt()).to.equal(0)
    expect(await contract.objectionCounts()).to.deep.equal([0n, 0n])
  })

  it('tell the size of an owners’ round', async () => {
    const { round: contract } = await round('roll')
    expect(await contract.rosterSize()).to.deep.equal([6n, 6n, true])
    expect(await contract.reviewerCount()).to.equal(12)
    const { published, chunks } = await contract.rollProgress()
    expect([published, chunks]).to.deep.equal([0n, 1n])
  })

  it('tell the size of a jury', async () => {
    const { round: contract } = await makeMoments({ rules: juryRules })('roll')
    expect(await contract.reviewerCount()).to.equal(6)
  })

  for (const [name, options] of Object.entries({
    'a list': {},
    criteria: { rules: { weights: [1, 2, 3] } },
    'all other proposals': { n: 5, rules: { listLength: 0 } },
    'all proposals': { rules: juryRules },
  }))
    it(`tell the size of a ballot on ${name}`, async () => {
      const { round: contract, rules, n } = await makeMoments(options)('drawn')
      expect(await contract.ballotSize()).to.deep.equal([
        BigInt(valueCount(rules, n)),
        BigInt(envelopeLength(rules, n)),
      ])
    })

  it('tell of the attempt, step by step', async () => {
    const stage = await round('registration')
    const { round: contract, rules } = stage
    const before = await contract.attempt()
    expect(before.number).to.equal(1)
    expect([...before.trustees]).to.deep.equal(rules.trustees)
    const { keys } = await generateKeys(stage)
    const after = await contract.attempt()
    expect([after.packages, after.shares, after.confirmations]).to.deep.equal([
      1n,
      0n,
      1n,
    ])
    expect(after.disputed).to.be.false
    expect(after.transcript).not.to.equal(before.transcript)
    const standing = await contract.trusteeKeys()
    expect([...standing.ballotKey]).to.deep.equal([
      keys.ballotKey.x,
      keys.ballotKey.y,
    ])
  })

  it('tell who was settled', async () => {
    const stage = await round('ranking')
    const settled = upTo(12).map((number) => stage.round.isSettled(number))
    expect(await Promise.all(settled)).to.deep.equal(
      upTo(12).map((number) => number <= 5),
    )
    expect(await stage.round.released(0)).to.equal(1)
    expect(await stage.round.keyCame()).to.be.true
  })
})
