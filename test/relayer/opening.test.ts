// after the close, on each database
// ├── given no share → opens nothing
// ├── given the shares, two relayers and `dure open` at once
// │   ├── every ballot is counted once, as it was meant
// │   └── what is left is nothing: nobody sends any more
// └── when the opening ends → one ranking stands, by whichever relayer
import { expect } from 'chai'
import { privateKeyToAccount } from 'viem/accounts'
import { enumNumber, purposes } from '../../chain/enums.ts'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { getPhase } from '../../chain/getPhase.ts'
import { getRoundLogs } from '../../chain/getRoundLogs.ts'
import { readTally } from '../../chain/opening/readOrders.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { openRounds } from '../../relayer/opening/openRounds.ts'
import { addBallot, makeTally } from '../../protocol/tally.ts'
import { keyOf } from '../cli/support/commandChain.ts'
import { runCommand } from '../cli/support/runCommand.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { relayerKeys } from './support/serveStage.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const score = 4

for (const kind of kindsFor('PostgreSQL'))
  describe('relayer', () => {
    describe(`opening on ${kind.name}`, function () {
      this.timeout(180_000)
      let stage: ReviewStage
      let databases: TestDatabase[]
      let relayers: RunningRelayer[]

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        // Pages of two ballots, and several transactions.
        stage = await openReview({ communities: 6, seats: 2 })
        databases = [await kind.create(), await kind.create()]
        const keys = relayerKeys.map((key) => ({ DURE_RELAYER_KEY: key }))
        relayers = []
        for (const [index, database] of databases.entries())
          relayers.push(
            await runRelayer(stage, database, {
              ...{ ...keys[index], DURE_PAGE_BALLOTS: '2' },
              DURE_ROUNDS: stage.round,
            }),
          )
        await castAll(stage, relayers)
      })
      after(async () => {
        if (!kind.isHere) return
        for (const relayer of relayers) await relayer.stop()
        for (const database of databases) await database.drop()
        await stage.close()
        await kind.end()
      })

      const counts = () => getBallotCounts(stage.chain.reader, stage)
      const openedPages = () => readOpenedPages(stage)
      const open = () =>
        Promise.all(relayers.map(({ services }) => openRounds(services)))

      it('opens nothing before the shares are released', async () => {
        await stage.chain.advanceTo(stage.rules.times.releaseFrom)
        await open()
        expect((await counts()).settled).to.equal(0)
        expect(relayers[0]!.lines.map(({ event }) => event)).not.to.include(
          'trouble',
        )
      })

      it('opens every ballot once, though three do it at once', async () => {
        await releaseShare(stage)
        const [command] = await Promise.all([openByCommand(stage), open()])
        expect(command.error).to.equal(undefined)
        const { cast, settled } = await counts()
        expect(settled).to.equal(cast)
        const pages = await openedPages()
        const counted = pages.reduce((sum, page) => sum + page.counted, 0)
        const spoiled = pages.reduce((sum, page) => sum + page.spoiled, 0)
        expect([counted, spoiled]).to.deep.equal([stage.reviewers, 0])
        const tally = await readTally(stage.chain.reader, stage.round, 6)
        expect(tally).to.deep.equal(intended(stage))
      })

      it('sends nothing once all is opened', async () => {
        const before = (await openedPages()).length
        await open()
        expect((await openedPages()).length).to.equal(before)
      })

      it('hands in the ranking once, whoever is first', async () => {
        await stage.chain.advanceTo(stage.rules.times.openUntil + 1)
        // As it comes every minute.
        await Promise.all(relayers.map(({ jobs }) => jobs.run('open')))
        const phase = () => getPhase(stage.chain.reader, stage)
        await untilAsync(async () => (await phase()) === 'objections')
        const ranked = await getRoundLogs(stage.chain.reader, {
          ...{ round: stage.round, eventNames: ['Ranked'] },
        })
        expect(ranked.length).to.equal(1)
      })
    })
  })

async function castAll(
  stage: ReviewStage,
  relayers: readonly RunningRelayer[],
): Promise<void> {
  const param = { round: stage.round }
  for (let reviewer = 1; reviewer <= stage.reviewers; reviewer += 1) {
    const relayer = relayers[reviewer % relayers.length]!
    const ballot = await stage.makeBallot(reviewer, { score })
    const { ballots } = relayer.client.rounds[':round']
    const answer = await ballots.$post({ param, json: { ballot } })
    expect(answer.status).to.equal(201)
  }
  await untilAsync(async () => {
    const { cast } = await getBallotCounts(stage.chain.reader, stage)
    return cast === stage.reviewers
  })
}

async function releaseShare({
  ballotShares,
  chain,
  round,
}: ReviewStage): Promise<void> {
  const { address } = privateKeyToAccount(keyOf('relay'))
  await writeRound(chain.sender(address), {
    ...{ round, functionName: 'releaseShare' },
    args: [enumNumber(purposes, 'ballot'), 1n, ballotShares[0]!],
  })
}

function openByCommand({ round, url }: ReviewStage) {
  const where = ['--rpc', url, '--round', round, '--confirmations', '1']
  const words = ['open', ...where, '--key', 'env:KEY', '--yes', '--json']
  return runCommand(words, { env: { KEY: keyOf('registrar') } })
}

async function readOpenedPages({ chain, round }: ReviewStage) {
  const logs = await getRoundLogs(chain.reader, {
    ...{ round, eventNames: ['PageOpened'] },
  })
  return logs.map(({ args }) => ({
    page: Number(args.page),
    counted: Number(args.counted),
    spoiled: Number(args.spoiled),
  }))
}

function intended({ lists, reviewers, rules }: ReviewStage) {
  const tally = makeTally(6)
  for (let reviewer = 1; reviewer <= reviewers; reviewer += 1) {
    const proposals = lists(reviewer)
    const values = Uint8Array.from(proposals, () => score)
    addBallot(tally, rules, proposals, values)
  }
  return tally
}
