// runTrustee, where others act between an estimate and its transaction
// ├── given a transaction that ran out of gas → the step is taken again
// ├── given a refusal with a reason or without → the same, after a pause
// ├── given one that always fails → its error, after three more tries
// └── given another error → thrown at once
import { randomBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { TransactionFailedError } from '../../../chain/throwReason.ts'
import {
  RefusedError,
  UnnamedRefusalError,
} from '../../../chain/refusedError.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { readRoundContext } from '../../../cli/roundContext.ts'
import type { SendToRound } from '../../../chain/sendToRound.ts'
import { doWhatIsDue } from '../../../chain/trustee/runTrustee.ts'
import { emptyFile } from '../../../chain/trustee/trusteeFile.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import { type OpenedStage, openStage } from '../support/openStage.ts'

const functionName = 'confirmKeys'

describe('runTrustee', function () {
  this.timeout(120_000)
  let stage: OpenedStage
  let file = emptyFile
  let pauses = 0

  beforeEach(() => {
    pauses = 0
  })

  before(async () => {
    stage = await openStage('gas', { threshold: 1, count: 1 })
    await registerProposals(stage)
    await publishRoll(stage)
  })

  after(() => stage.close())

  /** A run in which sending the confirmation fails so, before it succeeds. */
  async function confirmAfter(failures: Error[]): Promise<() => Promise<void>> {
    const { actors, chain, round } = stage
    const [client] = actors.trustees
    const context = await readRoundContext(chain.reader, round)
    const send: SendToRound = (call) => {
      const failure = failures.shift()
      if (call.functionName === functionName && failure !== undefined)
        return Promise.reject(failure)
      if (failure !== undefined) failures.unshift(failure)
      return writeRound(client!, { round, ...call } as never)
    }
    const store = {
      read: () => file,
      save(next: typeof file) {
        file = next
        return Promise.resolve()
      },
    }
    const account = client!.account.address
    const work = { context, send, store, random: randomBytes }
    const clock = () => undefined
    const waitForOthers = () => {
      pauses += 1
      return Promise.resolve()
    }
    const reader = chain.reader
    const run = { ...work, account, clock, reader, waitForOthers }
    return async () => {
      await doWhatIsDue(run)
    }
  }

  const failed = () =>
    new TransactionFailedError({
      functionName,
      transactionHash: `0x${'ab'.repeat(32)}`,
      gasUsed: 96_442n,
    })
  const unnamed = () =>
    new UnnamedRefusalError({ functionName, details: 'reverted' })
  const refused = () =>
    new RefusedError({
      functionName,
      errorName: 'Round_TrusteeStep',
      values: [1n],
    })
  const keys = () => getTrusteeKeys(stage.chain.reader, { round: stage.round })

  it('gives up a step that always fails', async () => {
    const failures = Array.from({ length: 10 }, failed)
    const run = await confirmAfter(failures)
    await expectRejection(run(), TransactionFailedError)
    expect(failures).to.have.length(6)
    expect(await keys()).to.equal(undefined)
  })

  it('throws other errors at once', async () => {
    const failures = [new RangeError(), unnamed()]
    const run = await confirmAfter(failures)
    await expectRejection(run(), RangeError)
    expect(failures).to.have.length(1)
  })

  it('takes a step again after a pause', async () => {
    const failures = [failed(), unnamed(), refused()]
    const run = await confirmAfter(failures)
    await run()
    expect(failures).to.deep.equal([])
    expect(pauses).to.equal(3)
    expect(await keys()).not.to.equal(undefined)
  })
})
