// dure cancel
// ├── without --round → UsageError, exit 2
// ├── given an address without a round → NoRoundThereError
// ├── given a document without random bits → DocumentBareError
// ├── without --yes and without a terminal → UsageError, nothing sent
// ├── given "n" at the terminal → DeclinedError, nothing sent
// ├── given no answer → NoAnswerError, nothing sent
// ├── given --dry-run → nothing sent
// ├── given another's key → RefusedError Round_NotHolder, in words
// └── given --yes → the round is cancelled; --json tells the transaction
import { expect } from 'chai'
import type { Address } from 'viem'
import { getPhase } from '../../../chain/getPhase.ts'
import { RefusedError } from '../../../chain/refusedError.ts'
import { DocumentBareError } from '../../../cli/documents/digestFile.ts'
import { DeclinedError } from '../../../cli/frame/act.ts'
import { NoRoundThereError } from '../../../cli/frame/connect.ts'
import { NoAnswerError } from '../../../cli/frame/question.ts'
import { UsageError } from '../../../cli/usageError.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../support/commandChain.ts'
import { makeRound } from '../support/makeRound.ts'
import { runCommand, runForJson } from '../support/runCommand.ts'

describe('dure cancel', function () {
  this.timeout(60_000)
  const folder = inTemporaryFolder()
  let served: CommandChain
  let round: Address
  let reason: string

  before(async () => {
    served = await startCommandChain(['admin', 'stranger'])
    round = await makeRound(served)
    const document = JSON.stringify({ random: '00'.repeat(16), text: 'Flood' })
    reason = await folder.write('reason.json', document)
  })

  after(() => served.chain.close())

  const cancel = () => [
    'cancel',
    ...['--rpc', served.url, '--round', round, '--reason', reason],
    ...['--key', 'env:KEY'],
  ]
  const phase = () => getPhase(served.chain.reader, { round })
  const admin = () => ({ env: served.person('admin').env })

  it('refuses to go without a round', async () => {
    const args = ['cancel', '--rpc', served.url, '--reason', reason]
    const run = await runCommand([...args, '--key', 'env:KEY'], admin())
    expect(run.error).to.be.instanceOf(UsageError)
    expect(run.code).to.equal(2)
  })

  it('refuses an address without a round', async () => {
    const nobody = served.person('stranger').address
    const run = await runCommand([...cancel(), '--round', nobody], admin())
    expect(run.error).to.be.instanceOf(NoRoundThereError)
  })

  it('refuses a document that could be guessed', async () => {
    const bare = await folder.write('bare.txt', 'Flood')
    const run = await runCommand([...cancel(), '--reason', bare], admin())
    expect(run.error).to.be.instanceOf(DocumentBareError)
  })

  it('refuses to go on when there is nobody to ask', async () => {
    const run = await runCommand(cancel(), admin())
    expect(run.error).to.be.instanceOf(UsageError)
    expect(run.code).to.equal(2)
    expect(await phase()).to.equal('registration')
  })

  it('sends nothing when the answer is no', async () => {
    const run = await runCommand(cancel(), { ...admin(), typed: 'n\n' })
    expect(run.error).to.be.instanceOf(DeclinedError)
    expect(run.stderr).to.include(round)
    expect(await phase()).to.equal('registration')
  })

  it('sends nothing when there is no answer', async () => {
    const run = await runCommand(cancel(), { ...admin(), typed: '' })
    expect(run.error).to.be.instanceOf(NoAnswerError)
    expect(run.code).to.equal(2)
    expect(await phase()).to.equal('registration')
  })

  it('sends nothing in a dry run', async () => {
    const run = await runCommand([...cancel(), '--dry-run'], admin())
    expect(run.code).to.equal(0)
    expect(await phase()).to.equal('registration')
  })

  it('says in words that another may not', async () => {
    const stranger = { env: served.person('stranger').env }
    const run = await runCommand([...cancel(), '--yes'], stranger)
    expect(run.error).to.be.instanceOf(RefusedError)
    expect((run.error as RefusedError).errorName).to.equal('Round_NotHolder')
    expect(run.code).to.equal(2)
    expect(run.stderr).to.include(served.person('stranger').address)
  })

  it('cancels when the answer is yes', async () => {
    const typed = { ...admin(), typed: 'y\n' }
    const answer = await runForJson(cancel(), typed)
    expect(answer).to.have.nested.property('transactions[0].hash')
    expect(answer['round']).to.equal(round)
    expect(await phase()).to.equal('cancelled')
  })
})
