// chain actions, on a round that is being set up
// ├── createRound: given rules that could never finish → RefusedError by name
// ├── writeRound: given a refusal → RefusedError with the contract's values
// ├── writeRound: given too little gas → UnnamedRefusalError
// ├── getRound, getPhase, getRules: what was created
// ├── getRoster: numbers, keys and asks in the order of registration
// ├── getRoll: the keys of all chunks, the latest of each
// ├── getTrusteeKeys: nothing before the keys stand, then the keys
// └── getPages: none before the review
import { expect } from 'chai'
import { type Address, bytesToHex, getAddress, zeroAddress } from 'viem'
import { createRound } from '../../chain/createRound.ts'
import { getPages } from '../../chain/getPages.ts'
import { getRoll } from '../../chain/getRoll.ts'
import { getRoster } from '../../chain/getRoster.ts'
import { getRound } from '../../chain/getRound.ts'
import { getRules } from '../../chain/getRules.ts'
import { getTrusteeKeys } from '../../chain/getTrusteeKeys.ts'
import { RefusedError, UnnamedRefusalError } from '../../chain/refusedError.ts'
import { writeRound } from '../../chain/writeRound.ts'
import {
  type EmbeddedChain,
  startEmbeddedChain,
} from '../../cli/embeddedChain.ts'
import { createProgress } from '../../cli/progress.ts'
import { deriveKeys } from '../../cli/rehearse/deriveKeys.ts'
import { generateKeys } from '../../cli/rehearse/generateKeys.ts'
import { openRound } from '../../cli/rehearse/openRound.ts'
import { planSimulation } from '../../cli/rehearse/planSimulation.ts'
import { publishRoll } from '../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../cli/rehearse/registerProposals.ts'
import {
  assignActors,
  createGasMeter,
  type Stage,
} from '../../cli/rehearse/stage.ts'
import { createWorkerPool } from '../../cli/rehearse/workerPool.ts'
import { parseKeys } from '../../protocol/roll.ts'
import { expectRejection } from '../protocol/expectRejection.ts'

const seed = 'actions'
const communities = 300
const seats = 4

describe('chain actions', function () {
  // A chain starts, and 300 proposals are registered on it.
  this.timeout(120_000)
  let chain: EmbeddedChain
  let stage: Stage

  before(async () => {
    chain = await startEmbeddedChain()
    stage = await openStage(chain)
    await registerProposals(stage)
    await publishRoll(stage)
  })

  after(async () => {
    await stage.pool.close()
    await chain.close()
  })

  it('names why a round cannot be created', async () => {
    const { actors, rules } = stage
    const { address } = actors.admin.account
    const holders = {
      admin: address,
      registrar: address,
      screener: zeroAddress,
      committee: address,
    }
    const creation = createRound(actors.admin, {
      factory: chain.factory,
      rules,
      holders,
      salt: `0x${'00'.repeat(32)}`,
    })
    const error = await expectRejection(creation, RefusedError)
    expect(error.errorName).to.equal('Rules_HolderMissing')
    expect(error.values).to.deep.equal([2n])
    expect(error.functionName).to.equal('createRound')
  })

  it('names a refusal with its values', async () => {
    const { actors, round } = stage
    const call = writeRound(actors.relayer, {
      round,
      functionName: 'freeze',
      args: [`0x${'11'.repeat(32)}`],
    })
    const error = await expectRejection(call, RefusedError)
    expect(error.errorName).to.equal('Round_NotHolder')
    expect(error.values).to.deep.equal([0, checksummed(actors.relayer)])
    expect(error.metaMessages).to.deep.include('role: 0')
  })

  it('tells a want of gas from a refusal', async () => {
    const { actors, round } = stage
    const keys = await keysOfChunk(1, 1_024)
    const call = writeRound(actors.registrar, {
      round,
      functionName: 'publishRoll',
      args: [0n, keys],
      gas: 1_000_000n,
    })
    await expectRejection(call, UnnamedRefusalError)
  })

  it('reads the round and its rules', async () => {
    const { round, rules } = stage
    const read = await getRound(chain.reader, { round })
    expect(read).to.deep.include({
      phase: 'roll',
      roster: { accepted: 300, onRoster: 300, isFixed: true },
      reviewers: communities * seats,
      ballots: { pages: 0, cast: 0, settled: 0 },
      domainSeparator: bytesToHex(stage.separator),
    })
    const { trustees, ...others } = await getRules(chain.reader, { round })
    expect(rules).to.deep.include(others)
    expect(trustees.map(lower)).to.deep.equal(rules.trustees.map(lower))
  })

  it('reads the roster in the order of numbers', async () => {
    const { round } = stage
    const roster = await getRoster(chain.reader, { round })
    const keys = await deriveKeys({
      seed,
      person: 'applicant',
      first: 1,
      count: communities,
    })
    expect(roster.map(({ number }) => number).slice(0, 3)).to.deep.equal([
      1, 2, 3,
    ])
    expect(roster.map(({ key }) => lower(key))).to.deep.equal(
      parseKeys(bytesToHex(keys)),
    )
    expect(roster[299]).to.deep.include({ number: 300, category: 0, ask: 0n })
  })

  it('reads the roll with what was replaced', async () => {
    const { actors, round } = stage
    const count = communities * seats
    const original = parseKeys(await keysOfChunk(1, count))
    expect(await getRoll(chain.reader, { round })).to.deep.equal(original)
    const replaced = await keysOfChunk(5_000, 1_024)
    await writeRound(actors.registrar, {
      round,
      functionName: 'publishRoll',
      args: [0n, replaced],
    })
    expect(await getRoll(chain.reader, { round })).to.deep.equal([
      ...parseKeys(replaced),
      ...original.slice(1_024),
    ])
  })

  it('reads the keys once they stand', async () => {
    const { round } = stage
    expect(await getTrusteeKeys(chain.reader, { round })).to.equal(undefined)
    const { keys } = await generateKeys(stage)
    expect(await getTrusteeKeys(chain.reader, { round })).to.deep.equal(keys)
  })

  it('finds no page before the review', async () => {
    const { round } = stage
    const parameters = { round, blocksAtOnce: 100n }
    expect(await getPages(chain.reader, parameters)).to.deep.equal([])
  })

  async function openStage(chain: EmbeddedChain): Promise<Stage> {
    const trustees = { threshold: 2, count: 3 }
    const sizes = { communities, seats, list: 4, fund: 100 }
    const plan = planSimulation({ ...sizes, turnout: 1, trustees, seed })
    const actors = assignActors(chain, trustees.count)
    const gas = createGasMeter()
    const progress = createProgress({ write: () => true })
    const pool = createWorkerPool()
    const opened = await openRound(chain, actors, plan, gas)
    return { chain, plan, seed, actors, gas, progress, pool, ...opened }
  }
})

async function keysOfChunk(first: number, count: number) {
  return bytesToHex(
    await deriveKeys({ seed, person: 'reviewer', first, count }),
  )
}

function lower(address: Address): string {
  return address.toLowerCase()
}

function checksummed({ account }: Stage['actors']['relayer']): Address {
  return getAddress(account.address)
}
