// dure enrolment, with a relayer
// ├── sign
// │   ├── given a relayer that is not registered → SignInDomainError
// │   ├── given nobody enrolled → NobodyEnrolledError
// │   ├── given another key than the registrar's → NotRegistrarError
// │   ├── given --dry-run → shows, signs nothing
// │   ├── given --yes → all are signed; again → nothing to sign
// │   └── given a claim more, and a key that the relayer changed → tells both
// ├── check
// │   ├── given no signature yet → 1
// │   ├── given the own key → 0; --save keeps it, --kept reads it
// │   └── given a key that the relayer changed, or another seat → 1
// └── dure roll
//     ├── check, publish --relayer → the enrolled keys
//     └── compare → 1 while it differs, then 0
import { readFile, writeFile } from 'node:fs/promises'
import { expect } from 'chai'
import { registerRelayer } from '../../chain/registerRelayer.ts'
import { KeptEnrolmentError } from '../../cli/enrolment/check.ts'
import {
  NobodyEnrolledError,
  NotRegistrarError,
} from '../../cli/enrolment/sign.ts'
import { SignInDomainError } from '../../cli/relayer/asOfficial.ts'
import { RelayerRefusedError } from '../../cli/relayer/connectRelayer.ts'
import { UsageError } from '../../cli/usageError.ts'
import { app, ask, signIn } from '../relayer/support/asker.ts'
import { accountEnroller, makeClaim } from '../relayer/support/claims.ts'
import {
  databaseKinds,
  type TestDatabase,
} from '../relayer/support/databases.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../relayer/support/openEnrolment.ts'
import {
  runRelayer,
  type RunningRelayer,
} from '../relayer/support/runRelayer.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'
import { keyOf } from './support/commandChain.ts'
import { runCommand, runForJson } from './support/runCommand.ts'

describe('dure enrolment', function () {
  this.timeout(180_000)
  const folder = inTemporaryFolder()
  const [pglite] = databaseKinds
  const tickets = new Map<number, string>()
  let stage: EnrolmentStage
  let database: TestDatabase
  let relayer: RunningRelayer

  before(async () => {
    if (!pglite) throw new Error('There is no database.')
    stage = await openEnrolment()
    database = await pglite.create()
    relayer = await runRelayer(stage, database, { DURE_APP: app })
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await pglite?.end()
    await stage.close()
  })

  const command = (who: string, ...words: string[]) =>
    [
      [...words, '--rpc', stage.url, '--round', stage.round],
      { env: { KEY: keyOf(who) } },
    ] as const
  const act = (who: string, ...words: string[]) =>
    command(who, ...words, '--key', 'env:KEY')
  const asked = () => ['--relayer', relayer.url]
  const signing = (who = 'registrar', ...more: string[]) =>
    act(who, 'enrolment', 'sign', ...asked(), ...more)
  const sign = (...more: string[]) =>
    runForJson(...signing('registrar', ...more))
  const keyOfSeat = (reviewer: number) => accountEnroller(reviewer).key
  const check = (reviewer: number, own: string, ...more: string[]) =>
    runCommand(
      ...command(
        'anyone',
        ...['enrolment', 'check', String(reviewer), '--own', own],
        ...[...asked(), ...more],
      ),
    )

  async function issue(): Promise<void> {
    const token = await signIn(relayer.url, official('registrar'))
    const path = `/rounds/${stage.round}/tickets`
    const json = { form: 'json' }
    const how = { method: 'POST', json, token }
    const { body } = await ask(relayer.url, path, how)
    for (const one of body.tickets as { reviewer: number; ticket: string }[])
      tickets.set(one.reviewer, one.ticket)
  }
  async function claim(reviewer: number): Promise<void> {
    const { round } = stage
    const ticket = tickets.get(reviewer) ?? ''
    const by = accountEnroller(reviewer)
    const json = makeClaim(ticket, by, { round, reviewer })
    const path = `/rounds/${round}/claims`
    const answer = await ask(relayer.url, path, { method: 'POST', json })
    expect(answer.status, answer.text).to.equal(201)
  }
  /** As a relayer does that lies. */
  async function changeKey(reviewer: number, key: string): Promise<void> {
    await relayer.services.database.db
      .updateTable('enrolments')
      .set({ key })
      .where('reviewer', '=', reviewer)
      .execute()
  }

  describe('sign', () => {
    it('refuses a relayer that is not registered where it is asked', async () => {
      const run = await runCommand(...signing())
      expect(run.error).to.be.instanceOf(SignInDomainError)
      const { receipts } = stage.chain
      const { url } = relayer
      await registerRelayer(relayer.services.node.sender, { receipts, url })
    })

    it('refuses where nobody is enrolled', async () => {
      const run = await runCommand(...signing())
      expect(run.error).to.be.instanceOf(NobodyEnrolledError)
      await issue()
      for (const reviewer of [1, 2, 3]) await claim(reviewer)
    })

    it('refuses who is not the registrar', async () => {
      const run = await runCommand(...signing('admin'))
      expect(run.error).to.be.instanceOf(NotRegistrarError)
    })

    it('shows in a dry run, and signs nothing', async () => {
      const answer = await sign('--dry-run')
      expect(answer).to.include({ count: 3, gone: 0, isSigned: false })
      expect(answer['added']).to.have.length(3)
      const { code, stdout } = await check(1, keyOfSeat(1))
      expect(code).to.equal(1)
      expect(stdout).to.include('FAILED')
    })

    it('refuses to sign when there is nobody to ask', async () => {
      const run = await runCommand(...signing())
      expect(run.error).to.be.instanceOf(UsageError)
    })

    it('signs all keys at once, and not twice', async () => {
      expect(await sign('--yes')).to.include({ count: 3, isSigned: true })
      const again = await sign('--yes')
      expect(again).to.deep.include({ isSigned: false, added: [], changed: [] })
    })

    it('tells what is new, and what has changed under a signature', async () => {
      await claim(4)
      const other = accountEnroller(99).key
      await changeKey(2, other)
      const shown = await sign('--dry-run')
      expect(shown['added']).to.deep.equal([{ reviewer: 4, key: keyOfSeat(4) }])
      expect(shown['changed']).to.deep.equal([{ reviewer: 2, key: other }])
      expect(shown['gone']).to.equal(1)
      await changeKey(2, keyOfSeat(2))
    })
  })

  describe('check', () => {
    it('is good for the own key, and again from what was kept', async () => {
      expect(await sign('--yes')).to.include({ count: 4, isSigned: true })
      const file = folder.pathOf('enrolled.json')
      const run = await check(2, keyOfSeat(2), '--save', file)
      expect(run.code, run.stdout + run.stderr).to.equal(0)
      await changeKey(2, accountEnroller(99).key)
      const kept = await check(2, keyOfSeat(2), '--kept', file)
      expect(kept.code, kept.stdout).to.equal(0)
    })

    it('fails where the relayer handed another key', async () => {
      expect((await check(2, keyOfSeat(2))).code).to.equal(1)
      expect((await check(2, accountEnroller(99).key)).code).to.equal(1)
      await changeKey(2, keyOfSeat(2))
    })

    it('fails for another seat, and another’s proof', async () => {
      expect((await check(3, keyOfSeat(2))).code).to.equal(1)
      const file = folder.pathOf('enrolled.json')
      expect((await check(3, keyOfSeat(3), '--kept', file)).code).to.equal(1)
      const text = await readFile(file, 'utf8')
      const count = text.replace('"count": 4', '"count": 5')
      await writeFile(file, count)
      const counted = await check(2, keyOfSeat(2), '--kept', file)
      expect(counted.code).to.equal(1)
      await writeFile(file, '{}')
      const empty = await check(2, keyOfSeat(2), '--kept', file)
      expect(empty.error).to.be.instanceOf(KeptEnrolmentError)
    })

    it('says what the relayer refuses', async () => {
      const run = await check(9, keyOfSeat(9))
      expect(run.error).to.be.instanceOf(RelayerRefusedError)
      const { errorName } = run.error as RelayerRefusedError
      expect(errorName).to.equal('EnrolmentUnknown')
    })
  })

  describe('dure roll', () => {
    const compare = () =>
      runCommand(...act('registrar', 'roll', 'compare', '--json', ...asked()))

    it('checks and publishes the keys that a relayer enrolled', async () => {
      const from = asked()
      const checked = await runForJson(
        ...act('registrar', 'roll', 'check', ...from),
      )
      const isGood = { isGood: true, seats: 12, emptySeats: 8 }
      expect(checked).to.include(isGood)
      const unpublished = await compare()
      expect(unpublished.code, unpublished.stderr).to.equal(1)
      const done = await runForJson(
        ...act('registrar', 'roll', 'publish', ...from, '--yes'),
      )
      expect(done).to.include({ seats: 12, emptySeats: 8 })
      expect((await compare()).code).to.equal(0)
      expect((await check(1, keyOfSeat(1))).stdout).to.include('published roll')
      expect((await check(1, keyOfSeat(1))).code).to.equal(0)
    })

    it('compares it with the keys that were enrolled', async () => {
      const other = accountEnroller(99).key
      await changeKey(3, other)
      const { code, stdout } = await compare()
      expect(code).to.equal(1)
      expect(JSON.parse(stdout)).to.deep.include({
        isPublished: true,
        differences: [
          { reviewer: 3, enrolled: other, published: keyOfSeat(3) },
        ],
      })
      expect((await check(3, other)).code).to.equal(1)
      await changeKey(3, keyOfSeat(3))
    })

    it('refuses to guess where the roll is', async () => {
      const [words] = act('registrar', 'roll', 'check')
      const env = { KEY: keyOf('registrar') }
      const run = await runCommand(words, { env })
      expect(run.error).to.be.instanceOf(UsageError)
    })
  })
})
