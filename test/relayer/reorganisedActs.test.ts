// signed acts after a reorganisation of five blocks, on each database
// ├── what fell out of the chain → is sent again, once
// ├── what somebody else sent meanwhile → is recognised, and not sent again
// └── what is deep in the chain → final, and looked at no more
import { expect } from 'chai'
import type { Hash } from 'viem'
import { getRoundLogs } from '../../chain/getRoundLogs.ts'
import { sendCall } from '../../chain/sendCall.ts'
import { followActs } from '../../relayer/acts/followActs.ts'
import { type SignedAct, toCall } from '../../relayer/acts/signedAct.ts'
import { ask } from './support/asker.ts'
import { askNode } from './support/askNode.ts'
import { kindsFor, type TestDatabase } from './support/databases.ts'
import {
  applicant,
  documentOf,
  openRegistration,
  type RegistrationStage,
  signProposal,
  toBase64,
} from './support/openRegistration.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

const depth = 5

for (const kind of kindsFor('PostgreSQL'))
  describe('relayer', () => {
    describe(`reorganised acts on ${kind.name}`, function () {
      this.timeout(180_000)
      let stage: RegistrationStage
      let database: TestDatabase
      let relayer: RunningRelayer

      before(async function () {
        if (!kind.isHere) {
          console.warn(`SKIPPED: ${kind.name} is not installed here.`)
          this.skip()
        }
        stage = await openRegistration()
        database = await kind.create()
        relayer = await runRelayer(stage, database)
      })
      after(async () => {
        if (!kind.isHere) return
        await relayer.stop()
        await database.drop()
        await kind.end()
        await stage.close()
      })

      const request = (method: string, ...params: string[]) =>
        askNode(stage.url, method, ...params)
      const mine = (blocks: number) =>
        request('hardhat_mine', `0x${blocks.toString(16)}`)

      async function read(act: SignedAct) {
        const { db } = relayer.services.database
        const rows = await db
          .selectFrom('signed_acts')
          .select(['state', 'transaction', 'block'])
          .where('key', '=', act.key)
          .execute()
        expect(rows).to.have.lengthOf(1)
        return rows[0]!
      }
      async function untilIt(act: SignedAct, state: string) {
        await untilAsync(async () => (await read(act)).state === state)
        return read(act)
      }

      /** Where the round has it; in one place at most. */
      async function onChain({ key }: SignedAct): Promise<Hash | undefined> {
        const logs = await getRoundLogs(stage.chain.reader, {
          ...{ round: stage.open.round, eventNames: ['ProposalRegistered'] },
        })
        const own = logs.filter(({ args }) => args.key === key)
        expect(own).to.have.lengthOf.at.most(1)
        return own[0]?.transactionHash
      }

      async function propose(name: string): Promise<SignedAct> {
        const document = documentOf(name)
        const act = await signProposal(applicant(name), stage.open, document)
        const path = `/rounds/${stage.open.round}/proposals`
        const json = { act, document: toBase64(document) }
        const { status } = await ask(relayer.url, path, {
          ...{ method: 'POST', json },
        })
        expect(status).to.equal(202)
        return act
      }

      /** Brings an act, sees it recorded, and removes its block. */
      async function recordAndLose(name: string) {
        const id = await request('evm_snapshot')
        const act = await propose(name)
        const { transaction } = await untilIt(act, 'recorded')
        expect(await onChain(act)).to.equal(transaction)
        await request('evm_revert', id)
        await mine(depth)
        expect(await onChain(act)).to.equal(undefined)
        return act
      }

      const fallen = () =>
        relayer.lines.filter(({ event }) => event === 'actFellOut').length

      it('sends again what fell out, once', async () => {
        const act = await recordAndLose('fallen')
        await followActs(relayer.services)
        const { transaction } = await untilIt(act, 'recorded')
        expect(await onChain(act)).to.equal(transaction)
        expect(fallen()).to.equal(1)
        await followActs(relayer.services)
        expect((await read(act)).state).to.equal('recorded')
        expect(fallen()).to.equal(1)
      })

      it('recognises what somebody else sent meanwhile', async () => {
        const act = await recordAndLose('sent by another')
        const [somebody] = stage.chain.accounts
        if (!somebody) throw new Error('There is nobody.')
        const { blockNumber, transactionHash } = await sendCall(
          stage.chain.sender(somebody),
          toCall(act),
        )
        await followActs(relayer.services)
        expect(await read(act)).to.deep.equal({
          state: 'recorded',
          transaction: transactionHash,
          block: Number(blockNumber),
        })
        expect(await onChain(act)).to.equal(transactionHash)
        expect(fallen()).to.equal(1)
      })

      it('leaves alone what is deep', async () => {
        const act = await propose('deep')
        await untilIt(act, 'recorded')
        await mine(relayer.services.node.finality)
        await untilAsync(async () => {
          await followActs(relayer.services)
          return (await read(act)).state === 'final'
        })
        expect(fallen()).to.equal(1)
      })
    })
  })
