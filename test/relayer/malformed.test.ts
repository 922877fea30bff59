// malformed, oversized, replayed, cross-round and cross-chain requests
// ├── given each of the table → its status and its error, in both languages
// └── taken together
//     ├── are at least 60
//     └── leave nothing behind
import { expect } from 'chai'
import { createRound } from '../../chain/createRound.ts'
import { countBallots } from '../../relayer/ballots/countBallots.ts'
import { planTimes } from '../../cli/rehearse/timetable.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import type { Asking } from './support/malformed/malformedCase.ts'
import {
  goodBallot,
  ofBallots,
  prepareBallots,
} from './support/malformed/ofBallots.ts'
import { ofRequests } from './support/malformed/ofRequests.ts'
import { ofStatus } from './support/malformed/ofStatus.ts'
import { keyOf } from '../cli/support/commandChain.ts'
import { privateKeyToAccount } from 'viem/accounts'
import { documentDigest } from '../../cli/rehearse/stage.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

const cases = [...ofRequests, ...ofBallots, ...ofStatus]
const prepared = 2

describe('relayer', () => {
  let stage: ReviewStage
  let early: string

  before(async function () {
    this.timeout(180_000)
    stage = await openReview({ communities: 6, seats: 2 }, { ballotLimit: 3 })
    early = await makeEarlyRound(stage)
  })
  after(() => stage.close())

  for (const kind of kindsFor('PGlite'))
    describe(`malformed requests on ${kind.name}`, function () {
      this.timeout(60_000)
      let database: TestDatabase
      let relayer: RunningRelayer
      let asking: Asking

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        database = await kind.create()
        // Nothing is cast: what is received stays as it is.
        const slow = {
          DURE_PAGE_SECONDS: '80000',
          DURE_BALLOTS_PER_MINUTE: '999',
        }
        relayer = await runRelayer(stage, database, slow)
        asking = askingOf(stage, early, relayer.url)
        await prepareBallots(asking)
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await kind.end()
      })

      for (const { ask, error, name, status } of cases)
        it(`refuses: ${name}`, async () => {
          const answer = await ask(asking)
          const body = (await answer.json()) as Record<string, unknown>
          expect([answer.status, body['error']]).to.deep.equal([status, error])
          const message = body['message'] as { ko: string; en: string }
          expect(message.ko).to.match(/[가-힣]/)
          expect(message.en).to.match(/[a-z]/)
        })

      it('keeps nothing of it', async () => {
        const states = ['waiting', 'sent', 'recorded'] as const
        const { database } = relayer.services
        expect(await countBallots(database, states)).to.equal(prepared)
      })
    })

  it('has at least 60 cases, all of other names', () => {
    const names = new Set(cases.map(({ name }) => name))
    expect(names.size).to.equal(cases.length)
    expect(cases.length).to.be.at.least(60)
  })
})

function askingOf(stage: ReviewStage, early: string, url: string): Asking {
  return {
    ...{ url, stage, early },
    post: (ballot, round = stage.round) =>
      fetch(`${url}/rounds/${round}/ballots`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ballot }),
      }),
    good: () => goodBallot(stage),
  }
}

async function makeEarlyRound({ chain, rules }: ReviewStage): Promise<string> {
  const { address: admin } = privateKeyToAccount(keyOf('admin'))
  const now = Math.floor(Date.now() / 1000) + 60
  const { round } = await createRound(chain.sender(admin), {
    factory: chain.factory,
    rules: { ...rules, times: planTimes(now) },
    holders: { admin, registrar: admin, screener: admin, committee: admin },
    salt: documentDigest('another round'),
  })
  return round
}
