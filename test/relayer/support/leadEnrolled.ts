/** A round whose roster is fixed: its tickets, and each step from its roll to its ranking. */
import { expect } from 'chai'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getBlock } from 'viem/actions'
import {
  enumNumber,
  type Phase,
  type Purpose,
  purposes,
} from '../../../chain/enums.ts'
import { getPhase } from '../../../chain/getPhase.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { documentDigest } from '../../../cli/rehearse/stage.ts'
import { openRounds } from '../../../relayer/opening/openRounds.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import { runCommand } from '../../cli/support/runCommand.ts'
import { ask, signIn } from './asker.ts'
import { type EnrolmentStage, official } from './openEnrolment.ts'
import type { RunningRelayer } from './runRelayer.ts'
import { untilAsync } from './untilAsync.ts'

export type EnrolledRound = {
  /** One for every seat, by the number of its reviewer. */
  issueTickets(): Promise<Map<number, string>>
  /** Who has enrolled, by `dure roll publish`. */
  publishRoll(): Promise<void>
  /** Freezes; the relayer draws. */
  leadToReview(): Promise<void>
  /** Closes and releases; the relayer opens. */
  leadToOpened(): Promise<void>
  /** The relayer ranks what it has opened. */
  leadToRanked(): Promise<void>
}

type Shares = EnrolmentStage['lotteryShares']

export function leadEnrolled(
  stage: EnrolmentStage,
  relayer: RunningRelayer,
): EnrolledRound {
  const { chain, round, rules } = stage
  const at = `/rounds/${round}`
  const signed = () => signIn(relayer.url, official('registrar'))

  async function release(purpose: Purpose, shares: Shares): Promise<void> {
    await writeRound(stage.actors.relayer, {
      ...{ round, functionName: 'releaseShare' },
      args: [enumNumber(purposes, purpose), 1n, shares[0]!],
    })
  }
  /** As the chain has it: the relayer keeps a phase for a while. */
  const untilPhase = (wanted: Phase) =>
    untilAsync(async () => (await getPhase(chain.reader, { round })) === wanted)

  return {
    async issueTickets() {
      const json = { form: 'json' }
      const asked = { method: 'POST', json, token: await signed() }
      const { body } = await ask(relayer.url, `${at}/tickets`, asked)
      const tickets = body['tickets'] as { reviewer: number; ticket: string }[]
      return new Map(tickets.map((one) => [one.reviewer, one.ticket]))
    },
    async publishRoll() {
      const token = await signed()
      const { text } = await ask(relayer.url, `${at}/roll.csv`, { token })
      await publishRoll(stage, text)
    },
    async leadToReview() {
      await freeze(stage, documentDigest('frozen'))
      const { timestamp } = await getBlock(chain.reader)
      for (let mined = 1; mined <= rules.drawDelay + 1; mined += 1)
        await chain.advanceTo(Number(timestamp) + 60 * mined)
      await openRounds(relayer.services)
      await release('lottery', stage.lotteryShares)
      await openRounds(relayer.services)
      await chain.advanceTo(rules.times.reviewFrom)
      await untilPhase('review')
    },
    async leadToOpened() {
      await chain.advanceTo(rules.times.releaseFrom)
      await release('ballot', stage.ballotShares)
      await openRounds(relayer.services)
    },
    async leadToRanked() {
      await chain.advanceTo(rules.times.openUntil + 1)
      await openRounds(relayer.services)
      await untilPhase('objections')
    },
  }
}

async function publishRoll(stage: EnrolmentStage, csv: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dure-roll-'))
  const file = path.join(folder, 'roll.csv')
  await writeFile(file, csv)
  const where = ['--rpc', stage.url, '--round', stage.round]
  const { error } = await runCommand(
    ['roll', 'publish', file, ...where, '--key', 'env:KEY', '--yes'],
    { env: { KEY: keyOf('registrar') } },
  )
  await rm(folder, { recursive: true })
  expect(error).to.equal(undefined)
}
