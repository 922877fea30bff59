// After the ranking, by commands alone
// ├── object
// │   ├── signed by a reviewer, sent by another → recorded
// │   ├── as an applicant → recorded; again → Round_Objected
// │   └── given a signed proposal → UsageError
// ├── answer: before its time → Round_WrongPhase; then answered
// └── confirm
//     ├── given departures with problems → TableError with their lines
//     ├── given one that is not recommended → Round_DepartureRemoved
//     └── with a departure → confirmed, and another proposal is selected
import { expect } from 'chai'
import { bytesToHex } from 'viem'
import { getOutcomes } from '../../../chain/getOutcomes.ts'
import { getPhase } from '../../../chain/getPhase.ts'
import { readRound } from '../../../chain/readRound.ts'
import { RefusedError } from '../../../chain/refusedError.ts'
import { TableError } from '../../../cli/csv/readTable.ts'
import { deriveSecret, type Person } from '../../../cli/rehearse/accountKey.ts'
import type { ServedChain } from '../../../cli/servedChain.ts'
import { UsageError } from '../../../cli/usageError.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import {
  type CommandChain,
  keyOf,
  startCommandChain,
} from '../support/commandChain.ts'
import { rankRound, type RankedRound } from '../support/rankRound.ts'
import { runCommand, runForJson } from '../support/runCommand.ts'

const day = 86_400
const proposals = 6

describe('the commands after the ranking', function () {
  this.timeout(120_000)
  const folder = inTemporaryFolder()
  let served: CommandChain
  let ranked: RankedRound

  before(async () => {
    const names = ['admin', 'registrar', 'screener', 'committee', 'relayer']
    const work = async (chain: ServedChain) => {
      ranked = await rankRound(chain, proposals)
    }
    // The ranking comes some 61 days after the beginning.
    const past = { began: 62 * day, work }
    served = await startCommandChain([...names, 'trustee'], past)
    const document = { random: 'cd'.repeat(16), text: 'Why.' }
    await folder.write('reason.json', JSON.stringify(document))
  })

  after(() => served.chain.close())

  const reason = () => folder.pathOf('reason.json')
  const toArgs = (args: readonly string[]) => [
    ...args,
    ...['--rpc', served.url, '--round', ranked.round],
    ...['--key', 'env:KEY', '--yes'],
  ]
  const act = (name: string, ...args: string[]) =>
    runCommand(toArgs(args), { env: { KEY: keyOf(name) } })
  const actForJson = (name: string, ...args: string[]) =>
    runForJson(toArgs(args), { env: { KEY: keyOf(name) } })
  const sign = async (person: Person, number: number, ...args: string[]) => {
    const secret = deriveSecret(ranked.seed, person, number)
    const env = { KEY: bytesToHex(secret) }
    const { stdout } = await runCommand(toArgs([...args, '--sign-only']), {
      env,
    })
    return folder.write('signed.json', stdout)
  }
  const counts = () =>
    readRound(served.chain.reader, {
      round: ranked.round,
      functionName: 'objectionCounts',
      args: [],
    })
  const phase = () => getPhase(served.chain.reader, ranked)

  describe('object', () => {
    const object = () => ['object', '--reason', reason()] as const

    it('sends what a reviewer has signed', async () => {
      const signed = await sign('reviewer', 2, ...object(), '--reviewer', '2')
      await actForJson('relayer', 'object', '--send', signed)
      expect(await counts()).to.deep.equal([1n, 0n])
    })

    it('refuses a second objection of an applicant', async () => {
      const signed = await sign('applicant', 1, ...object())
      await actForJson('relayer', 'object', '--send', signed)
      const run = await act('relayer', 'object', '--send', signed)
      expect(refusalOf(run.error)).to.equal('Round_Objected')
    })

    it('refuses a signed proposal', async () => {
      const proposal = ['--text', reason(), '--category', '1', '--ask', '0']
      const signed = await sign('applicant', 1, 'propose', ...proposal)
      const run = await act('relayer', 'object', '--send', signed)
      expect(run.error).to.be.instanceOf(UsageError)
    })
  })

  describe('answer', () => {
    it('says in words that it is too early, then answers', async () => {
      const early = await act('committee', 'confirm', '--record', reason())
      expect(refusalOf(early.error)).to.equal('Round_WrongPhase')
      await served.chain.advanceTo((await served.time()) + 7 * day)
      expect(await phase()).to.equal('answers')
      await actForJson('committee', 'answer', '1', reason())
      expect(await counts()).to.deep.equal([2n, 1n])
    })
  })

  describe('confirm', () => {
    const confirm = async (csv: string) => {
      const file = await folder.write('departures.csv', csv)
      const record = ['--record', reason(), '--departures', file]
      return ['confirm', ...record] as const
    }
    const outcomes = () =>
      getOutcomes(served.chain.reader, { ...ranked, proposals })

    before(async () => {
      await served.chain.advanceTo((await served.time()) + 7 * day)
    })

    it('tells the problems of departures by their lines', async () => {
      const csv = 'removed,added,reason\none,2,reason.json\n1,2,none.json\n'
      const run = await act('committee', ...(await confirm(csv)))
      expect(run.error).to.be.instanceOf(TableError)
      const lines = (run.error as TableError).problems.map(({ line }) => line)
      expect(lines).to.deep.equal([2, 3])
    })

    it('says in words that a proposal is not recommended', async () => {
      const other = (await outcomes()).findIndex((it) => !it.isRecommended) + 1
      const csv = `removed,added,reason\n${other},0,reason.json\n`
      const run = await act('committee', ...(await confirm(csv)))
      expect(refusalOf(run.error)).to.equal('Round_DepartureRemoved')
    })

    it('departs from the ranking with a reason', async () => {
      const removed = (await outcomes()).findIndex((it) => it.isRecommended) + 1
      const csv = `removed,added,reason\n${removed},0,reason.json\n`
      await actForJson('committee', ...(await confirm(csv)))
      expect(await phase()).to.equal('confirmed')
      const outcome = (await outcomes())[removed - 1]
      expect(outcome).to.deep.equal({ isRecommended: true, isSelected: false })
    })
  })
})

function refusalOf(error: unknown): string {
  return error instanceof RefusedError ? error.errorName : String(error)
}
