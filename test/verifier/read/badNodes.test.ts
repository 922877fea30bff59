// readRecord, from nodes that misbehave: the same record as from a good one
// ├── caps of ranges and of answers, in words, codes and statuses
// ├── answers that are cut without a word, at either end
// ├── answers that are doubled and out of order
// ├── drops, overloads and rate limits: waits, and gives up in the end
// ├── no block, transaction or call at times, or none of that size
// ├── a block or a state that is not there → NodeRefusedError
// ├── no state of old blocks: reads from block 0
// ├── another header for the pinned block: begins again, and gives up
// ├── a refused single block → LogsRefusedError with the range
// └── a signal → stops, with the signal's reason
import { expect } from 'chai'
import type { ReadClient } from '../../../chain/clients.ts'
import { NotThereError } from '../../../verifier/read/nodeTroubles.ts'
import {
  NodeRefusedError,
  NodeSilentError,
} from '../../../verifier/read/patientClient.ts'
import { LogsRefusedError } from '../../../verifier/read/readRange.ts'
import {
  BlockReplacedError,
  readRecord,
  type ReadRecordParameters,
} from '../../../verifier/read/readRecord.ts'
import type { ReadProgress } from '../../../verifier/read/readProgress.ts'
import { parseEvents } from '../../../verifier/read/roundLogs.ts'
import type { RoundRecord } from '../../../verifier/record.ts'
import { mine } from '../../contracts/support/chain.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import {
  badGateway,
  bodyTooLarge,
  capsBlocks,
  capsCalls,
  capsLogs,
  chained,
  counts,
  cutsLogs,
  dropped,
  entityTooLarge,
  failsEvery,
  isBehind,
  limitReached,
  pruned,
  replacesBlock,
  shufflesLogs,
  timedOut,
  without,
  tooManyRequests,
} from '../support/badNodes.ts'
import { createReader, type Middle } from '../support/readClient.ts'
import { recordHalves, type RecordedRound } from '../support/recordedRound.ts'

describe('readRecord from a bad node', function () {
  this.timeout(120_000)
  let played: RecordedRound

  before(async () => {
    played = await recordHalves()
    await mine(300)
  })

  const nodes: [name: string, middle: () => Middle][] = [
    ['caps ranges', () => capsBlocks(7)],
    ['caps ranges by status 413', () => capsBlocks(30, entityTooLarge)],
    ['times out on long ranges', () => capsBlocks(64, timedOut)],
    ['answers one block at a time', () => capsBlocks(1)],
    ['caps answers', () => capsLogs(5)],
    ['answers more than viem takes', () => capsLogs(5, bodyTooLarge)],
    ['caps both', () => chained(capsBlocks(20), capsLogs(3))],
    ['cuts the end of answers', () => cutsLogs(10, 'first')],
    ['cuts the beginning of answers', () => cutsLogs(10, 'last')],
    ['cuts and caps', () => chained(capsBlocks(50), cutsLogs(4, 'first'))],
    ['doubles and shuffles', () => shufflesLogs()],
    ['drops connections', () => failsEvery(5, [dropped, badGateway])],
    ['is behind at times', () => isBehind(4)],
    ['takes short calls only', () => capsCalls(5_000)],
    ['takes no calls at once', () => capsCalls(1_000)],
    ['limits rates', () => failsEvery(3, [tooManyRequests, limitReached])],
    [
      'does all of that',
      () =>
        chained(
          failsEvery(7, [dropped, tooManyRequests, timedOut]),
          capsBlocks(40),
          shufflesLogs(),
          cutsLogs(6, 'first'),
        ),
    ],
    ['has no old state', () => pruned(played.record.block.number)],
  ]

  for (const [name, middle] of nodes)
    it(`gives the same where it ${name}`, async () => {
      const record = await read(createReader(middle()))
      // First what is short: a failure shows both in full.
      expect(namesOf(record)).to.deep.equal(namesOf(played.record))
      expect(record).to.deep.equal(played.record)
    })

  it('waits longer each time, and gives up', async () => {
    const waits: number[] = []
    const wait = (milliseconds: number) => {
      waits.push(milliseconds)
      return Promise.resolve()
    }
    const reader = createReader(failsEvery(1, [dropped]))
    const error = await expectRejection(read(reader, { wait }), NodeSilentError)
    expect(error.method).to.equal('eth_chainId')
    expect(waits).to.deep.equal([250, 500, 1_000, 2_000, 4_000, 8_000])
  })

  it('says that a block is not there', async () => {
    const block = played.record.block.number + 10_000n
    const reading = read(createReader(), { block })
    const error = await expectRejection(reading, NodeRefusedError)
    expect(error.method).to.equal('eth_getBlockByNumber')
    expect(error.cause).to.be.instanceOf(NotThereError)
  })

  it('says that the state is gone', async () => {
    const node = pruned(played.record.block.number + 1n)
    const error = await expectRejection(
      read(createReader(node)),
      NodeRefusedError,
    )
    expect(error.method).to.equal('eth_getCode')
  })

  it('names the block whose logs are refused', async () => {
    const node = chained(capsBlocks(0), without('eth_getTransactionReceipt'))
    const reading = read(createReader(node))
    const error = await expectRejection(reading, LogsRefusedError)
    expect(error.block).to.equal(played.record.logs[0]?.blockNumber)
  })

  describe('that replaces the pinned block', () => {
    it('begins again', async () => {
      const { block } = played.record
      const node = chained(replacesBlock(block.number, 2))
      const record = await read(createReader(node))
      expect(record.block.hash).to.equal(`0x${'2'.padStart(64, '0')}`)
    })

    it('gives up where it never stands', async () => {
      const reader = createReader(replacesBlock(played.record.block.number))
      const error = await expectRejection(read(reader), BlockReplacedError)
      expect(error.number).to.equal(played.record.block.number)
    })
  })

  it('asks for more at once while all goes well', async () => {
    const node = counts()
    await read(createReader(node))
    expect(node.asked.get('eth_getLogs')).to.equal(2)
    expect(node.asked.get('eth_call')).to.be.below(60)
  })

  it('shows its progress', async () => {
    const seen: ReadProgress[] = []
    await read(createReader(), { onProgress: (one) => seen.push(one) })
    const steps = new Set(seen.map(({ step }) => step))
    expect([...steps]).to.deep.equal([
      'logs',
      'state',
      'blocks',
      'transactions',
      'codes',
    ])
    for (const step of steps) {
      const last = seen.findLast((one) => one.step === step)
      expect(last?.done).to.equal(last?.total)
    }
  })

  it('stops at a signal', async () => {
    const stop = new AbortController()
    const node = counts()
    const reading = read(createReader(node), {
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step === 'state') stop.abort(new StoppedError())
      },
    })
    await expectRejection(reading, StoppedError)
    expect(node.asked.get('eth_getTransactionByHash')).to.equal(undefined)
  })

  it('stops at a signal while it waits', async () => {
    const stop = new AbortController()
    const reader = createReader(failsEvery(1, [dropped]))
    const wait = () => {
      queueMicrotask(() => {
        stop.abort(new StoppedError())
      })
      return new Promise<void>(() => undefined)
    }
    const reading = read(reader, { wait, signal: stop.signal })
    await expectRejection(reading, StoppedError)
  })

  /** The block of the good record, without waiting. */
  function read(
    client: ReadClient,
    change: Partial<ReadRecordParameters> = {},
  ) {
    const { block, round } = played.record
    const wait = () => Promise.resolve()
    return readRecord(client, { round, block: block.number, wait, ...change })
  }
})

function namesOf({ logs }: RoundRecord): string[] {
  return parseEvents(logs).map(({ eventName }) => eventName)
}

class StoppedError extends Error {
  override name = 'StoppedError'
}
