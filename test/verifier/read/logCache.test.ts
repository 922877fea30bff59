// logCache: what the next reading need not ask for again
// ├── given all was read → asks for the last blocks only
// ├── given the reading broke off → goes on after what was kept
// ├── given a kept part of another chain → reads it anew
// ├── given a damaged part → reads it anew
// └── given logs that a node cut → kept as they should be
import { expect } from 'chai'
import { NodeSilentError } from '../../../verifier/read/patientClient.ts'
import { readRecord } from '../../../verifier/read/readRecord.ts'
import type { RecordCache } from '../../../verifier/read/logCache.ts'
import { mine } from '../../contracts/support/chain.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import {
  breaksAfter,
  capsBlocks,
  chained,
  counts,
  cutsLogs,
} from '../support/badNodes.ts'
import { createReader, type Middle } from '../support/readClient.ts'
import {
  recordHalves,
  recordOf,
  type RecordedRound,
} from '../support/recordedRound.ts'

describe('logCache', function () {
  this.timeout(120_000)
  let played: RecordedRound

  before(async () => {
    played = await recordHalves()
    await mine(200)
    played.record = await recordOf(played.stage)
  })

  it('asks for the last blocks only', async () => {
    const cache = makeCache()
    await read(cache, capsBlocks(32))
    const node = counts()
    expect(await read(cache, chained(node, capsBlocks(32)))).to.deep.equal(
      played.record,
    )
    const without = counts()
    await read(undefined, chained(without, capsBlocks(32)))
    expect(node.asked.get('eth_getLogs')).to.be.below(
      without.asked.get('eth_getLogs')! / 2,
    )
  })

  it('goes on after what was kept', async () => {
    const cache = makeCache()
    const broken = chained(breaksAfter('eth_getLogs', 20), capsBlocks(8))
    await expectRejection(read(cache, broken), NodeSilentError)
    const kept = cache.texts.size
    expect(kept).to.be.above(3)
    const record = await read(cache, capsBlocks(8))
    expect(record).to.deep.equal(played.record)
    expect(cache.texts.size).to.be.above(kept)
  })

  it('reads anew what is of another chain', async () => {
    const cache = makeCache()
    await read(cache, capsBlocks(32))
    const full = [...cache.texts.values()].findLastIndex((text) =>
      text.includes('"logs":[{'),
    )
    change(cache, full - 1, (text) =>
      text.replace(/"hash":"0x\w{64}"/, `"hash":"0x${'00'.repeat(32)}"`),
    )
    change(cache, full, (text) => text.replace(/"logs":\[.*\]/, '"logs":[]'))
    const record = await read(cache, capsBlocks(32))
    expect(record).to.deep.equal(played.record)
  })

  it('reads anew what is damaged', async () => {
    const cache = makeCache()
    await read(cache, capsBlocks(32))
    change(cache, 0, (text) => text.slice(0, -5))
    const record = await read(cache, capsBlocks(32))
    expect(record).to.deep.equal(played.record)
  })

  it('keeps no answer that was cut', async () => {
    const cache = makeCache()
    await read(cache, cutsLogs(10, 'first'))
    const node = counts()
    expect(await read(cache, node)).to.deep.equal(played.record)
    expect(node.asked.get('eth_getLogs')).to.be.below(5)
  })

  function read(cache: RecordCache | undefined, node: Middle) {
    const { block, round } = played.record
    const wait = () => Promise.resolve()
    const given = cache ? { cache } : {}
    const parameters = { round, block: block.number, wait, ...given }
    return readRecord(createReader(node), parameters)
  }
})

type Cache = RecordCache & { texts: Map<string, string> }

function makeCache(): Cache {
  const texts = new Map<string, string>()
  return {
    texts,
    load: (key) => Promise.resolve(texts.get(key)),
    save: (key, value) => {
      texts.set(key, value)
      return Promise.resolve()
    },
  }
}

function change(
  { texts }: Cache,
  index: number,
  edit: (text: string) => string,
): void {
  const [key = '', text = ''] = [...texts][index] ?? []
  const edited = edit(text)
  expect(edited).not.to.equal(text)
  texts.set(key, edited)
}
