// readRecord
// ├── given a confirmed round → all logs, headers, codes and state of it
// ├── given a round in review → no ranking
// ├── given a round in registration → nothing of the draw
// └── given no round → the error that says so
import { expect } from 'chai'
import { decodeEventLog, zeroHash } from 'viem'
import { roundAbi } from '../../../chain/generated/abis.ts'
import { NoContractError } from '../../../verifier/read/findFirstBlock.ts'
import { NoRoundError } from '../../../verifier/read/readOrigin.ts'
import { readRecord } from '../../../verifier/read/readRecord.ts'
import type { RoundRecord } from '../../../verifier/record.ts'
import { ethers } from '../../contracts/support/chain.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import { createReader } from '../support/readClient.ts'
import {
  recordHalves,
  recordJury,
  recordRegistration,
  recordReview,
} from '../support/recordedRound.ts'

describe('readRecord', function () {
  this.timeout(120_000)

  describe('of a confirmed round', () => {
    it('reads its logs in the order of the chain', async () => {
      const { record, stage } = await recordHalves()
      const { round } = stage.id
      const filter = { address: round, fromBlock: 0, toBlock: 'latest' }
      const all = await ethers.provider.getLogs(filter)
      const [created, ...own] = record.logs
      expect(created?.address).to.equal(record.factory)
      expect(own.map(({ data }) => data)).to.deep.equal(
        all.map(({ data }) => data),
      )
      expect(namesOf(record).slice(0, 2)).to.deep.equal([
        'RoundOpened',
        'AttemptStarted',
      ])
    })

    it('reads its state', async () => {
      const { record } = await recordHalves()
      const { state } = record
      expect(state.isRound).to.be.true
      expect(state.phase).to.equal('confirmed')
      expect(state.ballots).to.deep.equal({ pages: 2, cast: 12, settled: 11 })
      expect(state.lastVersions).to.deep.equal([
        2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0,
      ])
      expect(state.settled[5]).to.be.false
      expect(state.withdrawn.indexOf(true)).to.equal(6)
      expect(state.objections).to.deep.equal({ count: 2, answered: 1 })
      expect(state.lists).to.have.length(8)
      expect(state.tallies).to.have.length(7)
    })

    it('reads codes, headers and transactions', async () => {
      const { record } = await recordJury()
      expect(record.codes).to.have.length(3)
      expect(record.codes.every(({ code }) => code.length > 2)).to.be.true
      const hashes = new Map(record.blocks.map((one) => [one.number, one.hash]))
      for (const { blockNumber, blockHash } of record.logs)
        expect(hashes.get(blockNumber)).to.equal(blockHash)
      expect(hashes.get(record.block.number)).to.equal(record.block.hash)
      expect(hashes.has(record.state.drawBlock.number)).to.be.true
      const cast = record.logs[1 + namesOf(record).indexOf('PageCast')]
      const known = record.transactions.map(({ hash }) => hash)
      expect(known).not.to.include(cast?.transactionHash)
      expect(known).to.include(record.logs[0]?.transactionHash)
    })
  })

  it('reads a round in review', async () => {
    const { record } = await recordReview()
    const { state } = record
    expect(state.phase).to.equal('review')
    expect(state.seed).not.to.equal(zeroHash)
    expect(state.outcomes).to.deep.equal([])
    expect(state.pages).to.have.length(1)
  })

  it('reads a round in registration', async () => {
    const { record } = await recordRegistration()
    const { state } = record
    expect(state.phase).to.equal('registration')
    expect(state.proposals.map(({ state }) => state)).to.deep.equal([
      'accepted',
      'pending',
    ])
    expect(state.shuffles).to.equal(undefined)
    expect(state.trusteeKeys).to.equal(undefined)
    expect(state.tallies).to.deep.equal([])
    expect(record.codes).to.have.length(2)
  })

  it('refuses what is no round', async () => {
    const { record } = await recordRegistration()
    const reader = createReader()
    const nobody = `0x${'12'.repeat(20)}` as const
    const nothing = readRecord(reader, { round: nobody })
    await expectRejection(nothing, NoContractError)
    const factory = readRecord(reader, { round: record.factory })
    await expectRejection(factory, NoRoundError)
  })
})

/** Of the round's own events. */
function namesOf({ logs }: RoundRecord): (string | undefined)[] {
  return logs
    .slice(1)
    .map((log) => decodeEventLog({ abi: roundAbi, ...toTopics(log) }).eventName)
}

function toTopics({ data, topics }: RoundRecord['logs'][number]) {
  return { data, topics: topics as [`0x${string}`, ...`0x${string}`[]] }
}
