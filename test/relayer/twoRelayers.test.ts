// two relayers, each with its key and database, and reviewers who cast themselves
// ├── given ballots at both, at one and at the round, all at once
// │   ├── the pages of all three come one among the other
// │   ├── of each reviewer the last version is recorded, and no ballot twice
// │   ├── every acknowledged ballot is recorded in time, or superseded
// │   ├── each relayer knows of each of its ballots where it is, whoever cast it
// │   └── what is superseded already, here or elsewhere → Round_BallotSuperseded
// └── when one goes away with ballots in its hand
//     ├── exactly the promises that nobody else kept can be held against it
//     └── when it is back → it casts these late, and nothing twice
import { expect } from 'chai'
import { type Address, bytesToHex, type Hash, isAddressEqual } from 'viem'
import { getTransaction, simulateContract } from 'viem/actions'
import {
  challengeCall,
  challengeReceipt,
} from '../../chain/challengeReceipt.ts'
import { getPages } from '../../chain/getPages.ts'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import { withRefusal } from '../../chain/withRefusal.ts'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'
import { createDice } from '../support/dice.ts'
import { askNode } from './support/askNode.ts'
import {
  type Crossing,
  createCrossing,
  planCrossing,
  type Sent,
  type Where,
} from './support/crossing.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { postBallot } from './support/postBallot.ts'
import { type RecordedBallot, readRecorded } from './support/recordedBallots.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { relayerKeys } from './support/serveStage.ts'
import { untilAsync } from './support/untilAsync.ts'

const ballotLimit = 4
const superseded = 'Round_BallotSuperseded'
/** Milliseconds between two blocks: ballots of several places come into one. */
const blockTime = 300
const atOnce = 12
/** The rest is for the relayer that goes away. */
const everyone = numbers(1, 70)
const promiseSeconds = 600

describe('two relayers and reviewers who cast themselves', function () {
  this.timeout(180_000)
  const kinds = databaseKinds.filter(({ isHere }) => isHere)
  let stage: ReviewStage
  let databases: TestDatabase[]
  let relayers: RunningRelayer[]
  let crossing: Crossing
  let sent: Sent[]

  before(async () => {
    stage = await openReview({ communities: 17, seats: 5 }, { ballotLimit })
    if (kinds.length < 2)
      console.warn('Both on PGlite: PostgreSQL is not installed here.')
    databases = []
    relayers = []
    for (const index of [0, 1]) {
      const database = await kinds[index % kinds.length]?.create()
      if (database) databases.push(database)
      relayers.push(await run(index))
    }
    crossing = createCrossing(stage, (index) => relayers[index]?.url ?? '')
    await askNode(stage.url, 'evm_setAutomine', false)
    await askNode(stage.url, 'evm_setIntervalMining', blockTime)
  })
  after(async () => {
    for (const relayer of relayers) await relayer.stop()
    for (const database of databases) await database.drop()
    for (const kind of kinds) await kind.end()
    await stage.close()
  })

  function run(index: number, changes: Record<string, string> = {}) {
    const database = databases[index]
    if (!database) throw new Error('There is no database.')
    return runRelayer(stage, database, {
      DURE_RELAYER_KEY: relayerKeys[index] ?? '',
      DURE_PAGE_BALLOTS: '8',
      DURE_PROMISE_SECONDS: String(promiseSeconds),
      ...changes,
    })
  }

  const addressOf = (index: number): Address => {
    const relayer = relayers[index]
    if (!relayer) throw new Error('There are only two.')
    return relayer.services.account.address
  }

  const readKept = ({ services: { database } }: RunningRelayer) =>
    database.db
      .selectFrom('ballots')
      .selectAll()
      .orderBy('reviewer')
      .orderBy('version')
      .execute()

  async function untilNothingWaits() {
    for (const relayer of relayers)
      await untilAsync(async () => {
        const kept = await readKept(relayer)
        return !kept.some(({ state }) => ['waiting', 'sent'].includes(state))
      }, 60_000)
  }

  /** By their text; each once. */
  async function readOnChain(): Promise<Map<string, RecordedBallot>> {
    const all = await readRecorded(stage.chain.reader, stage.round)
    const byText = new Map(all.map((one) => [one.packed, one]))
    expect(byText.size, 'a ballot twice').to.equal(all.length)
    const names = all.map(({ reviewer, version }) => `${reviewer} ${version}`)
    expect(new Set(names).size, 'a version twice').to.equal(all.length)
    return byText
  }
  const versionsOf = (reviewer: number, all: Iterable<RecordedBallot>) =>
    [...all]
      .filter((one) => one.reviewer === reviewer)
      .map(({ version }) => version)

  describe('given ballots at several places at once', () => {
    before(async () => {
      const dice = createDice(7)
      const plan = planCrossing(dice, everyone, ballotLimit)
      sent = await crossing.sendAll(dice.shuffled(plan), atOnce)
      await untilNothingWaits()
    })

    it('have their pages one among the other', async () => {
      const pages = await readSenders(stage)
      const names = pages.map(nameOf)
      for (const name of ['one', 'other', 'self'])
        expect(names.filter((it) => it === name).length, name).to.be.above(3)
      const turns = names.filter((name, index) => name !== names[index + 1])
      expect(turns.length).to.be.above(8)
    })
    const nameOf = (sender: Address) => {
      if (isAddressEqual(sender, addressOf(0))) return 'one'
      return isAddressEqual(sender, addressOf(1)) ? 'other' : 'self'
    }

    it('record the last version of each reviewer, and no ballot twice', async () => {
      const onChain = await readOnChain()
      for (const reviewer of everyone) {
        const versions = versionsOf(reviewer, onChain.values())
        const sorted = versions.toSorted((a, b) => a - b)
        expect(versions, `reviewer ${reviewer}`).to.deep.equal(sorted)
        const taken = sent.filter(
          (one) => one.reviewer === reviewer && one.refusal === undefined,
        )
        const last = Math.max(...taken.map(({ version }) => version))
        expect(versions.at(-1), `reviewer ${reviewer}`).to.equal(last)
      }
    })

    it('keep every promise in time, or see it superseded', async () => {
      const onChain = await readOnChain()
      const given = sent.filter(({ receipt }) => receipt !== undefined)
      expect(given.length).to.be.above(everyone.length)
      let replaced = 0
      for (const { ballot, receipt, reviewer, version } of given) {
        const own = onChain.get(ballot)
        const later = [...onChain.values()].find(
          (one) => one.reviewer === reviewer && one.version >= version,
        )
        if (!own) replaced += 1
        const time = (own ?? later)?.time
        const name = `reviewer ${reviewer}, version ${version}`
        expect(time, name).to.be.at.most(receipt?.receipt.includeBy ?? 0)
      }
      // Else nothing crossed.
      expect(replaced).to.be.above(0)
    })

    it('refuse only what is superseded already', async () => {
      const refusals = sent.map(({ refusal }) => refusal)
      const others = refusals.filter((one) => one && one !== superseded)
      expect(others).to.deep.equal([])
      // However the others crossed, this one certainly comes too late.
      const [reviewer = 0] = everyone
      const late = await stage.makeBallot(reviewer, { version: 1 })
      for (const { url } of relayers) {
        const { refusal } = await postBallot(url, stage.round, late)
        expect(refusal?.error).to.equal(superseded)
      }
    })

    it('know what became of each ballot', async () => {
      const onChain = await readOnChain()
      let byOthers = 0
      for (const [index, relayer] of relayers.entries())
        for (const row of await readKept(relayer)) {
          const { reason, reviewer, state, version } = row
          const name = `relayer ${index}, ${reviewer} ${version} ${state}`
          const own = onChain.get(bytesToHex(row.packed))
          const isThere = state === 'recorded' || state === 'final'
          expect(isThere, name).to.equal(own !== undefined)
          expect(row.transaction, name).to.equal(own?.transaction ?? null)
          if (state === 'skipped') expect(reason, name).to.equal(superseded)
          if (!own) continue
          const { from } = await transactionOf(own.transaction)
          if (!isAddressEqual(from, addressOf(index))) byOthers += 1
        }
      // Another one was faster, and it is seen as recorded.
      expect(byOthers).to.be.above(0)
    })
    const transactionOf = (hash: Hash) =>
      getTransaction(stage.chain.reader, { hash })

    it('refuse what was superseded elsewhere', async () => {
      const reviewer = 71
      const of = (version: number, where: Where) =>
        crossing.send({ reviewer, version, score: 3, where })
      expect(await of(1, 0)).to.have.property('receipt')
      await untilNothingWaits()
      expect((await of(1, 1)).refusal).to.equal(superseded)
      expect((await of(2, 'self')).refusal).to.equal(undefined)
      for (const where of [0, 1])
        expect((await of(2, where)).refusal, `${where}`).to.equal(superseded)
      expect(await of(3, 1)).to.have.property('receipt')
      await untilNothingWaits()
      expect((await of(3, 0)).refusal).to.equal(superseded)
    })
  })

  describe('when one goes away with ballots in its hand', () => {
    const [left, brought, cast, replaced] = [
      numbers(72, 74),
      numbers(75, 77),
      numbers(78, 80),
      numbers(81, 83),
    ]
    let inHand: Sent[]

    before(async () => {
      await relayers[1]?.stop()
      relayers[1] = await run(1, {
        ...{ DURE_PAGE_BALLOTS: '400', DURE_PAGE_SECONDS: '80000' },
      })
      const of = (reviewer: number, version: number, where: Where) =>
        crossing.send({ reviewer, version, score: 3, where })
      const all = [left, brought, cast, replaced].flat()
      inHand = await Promise.all(all.map((reviewer) => of(reviewer, 1, 1)))
      const later = await Promise.all([
        ...brought.map((reviewer) => of(reviewer, 1, 0)),
        ...cast.map((reviewer) => of(reviewer, 1, 'self')),
        ...replaced.map((reviewer) => of(reviewer, 2, 0)),
      ])
      for (const { refusal } of [...inHand, ...later])
        expect(refusal).to.equal(undefined)
      sent.push(...later)
      await relayers[1].stop()
      const others = [...brought, ...cast, ...replaced]
      await untilAsync(async () => {
        const onChain = [...(await readOnChain()).values()]
        return others.every((one) => versionsOf(one, onChain).length > 0)
      })
      const seconds = `0x${(promiseSeconds + 1).toString(16)}`
      await askNode(stage.url, 'evm_increaseTime', seconds)
      await askNode(stage.url, 'evm_mine')
    })

    it('can be held to the promises that nobody kept, and to no other', async () => {
      const receipts = [...sent, ...inHand].flatMap(({ receipt }) =>
        receipt ? [receipt] : [],
      )
      const answers = new Map<string, number>()
      const broken: SignedReceipt[] = []
      for (const receipt of receipts) {
        const answer = await tryChallenge(stage, receipt)
        answers.set(answer, (answers.get(answer) ?? 0) + 1)
        if (answer === 'broken') broken.push(receipt)
      }
      expect([...answers.keys()]).to.have.members([
        ...['Receipts_PromiseKept', 'Receipts_BallotReplaced', 'broken'],
      ])
      expect(broken.map(({ receipt }) => receipt.reviewer)).to.have.members(
        left,
      )
      const [somebody] = stage.chain.accounts
      if (!somebody) throw new Error('There is nobody.')
      for (const receipt of broken)
        await challengeReceipt(stage.chain.sender(somebody), receipt)
      expect(await brokenOf(0)).to.equal(0)
      expect(await brokenOf(1)).to.equal(left.length)
      const counted = [...answers].map((pair) => pair.join(' ')).join(', ')
      console.log(`      ${receipts.length} receipts: ${counted}`)
    })
    const brokenOf = async (index: number) => {
      const { receipts } = stage.chain
      const of = { receipts, relayer: addressOf(index) }
      return (await getRelayerRecord(stage.chain.reader, of)).brokenPromises
    }

    it('casts these late when it is back, and nothing twice', async () => {
      relayers[1] = await run(1)
      await untilNothingWaits()
      const onChain = await readOnChain()
      const kept = await readKept(relayers[1])
      for (const { ballot, reviewer } of inHand) {
        const isReplaced = replaced.includes(reviewer)
        expect(onChain.has(ballot), `${reviewer}`).to.equal(!isReplaced)
        const row = kept.find((one) => one.reviewer === reviewer)
        const states = isReplaced ? ['skipped'] : ['recorded', 'final']
        expect(row?.state, `${reviewer}`).to.be.oneOf(states)
      }
      expect(await brokenOf(1)).to.equal(left.length)
    })
  })
})

/** Both ends included. */
function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Of each page, in their order. */
async function readSenders({ chain, round }: ReviewStage): Promise<Address[]> {
  const pages = await getPages(chain.reader, { round })
  return Promise.all(
    pages.map(async ({ transactionHash: hash }) => {
      const { from } = await getTransaction(chain.reader, { hash })
      return from
    }),
  )
}

/** The error that the challenge gets; `broken` if it stands. */
async function tryChallenge(
  { chain }: ReviewStage,
  receipt: SignedReceipt,
): Promise<string> {
  const call = challengeCall(receipt)
  const trial = withRefusal(call.functionName, () =>
    simulateContract(chain.reader, call),
  )
  try {
    await trial
    return 'broken'
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return error.errorName
  }
}
