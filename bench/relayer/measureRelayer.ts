/** Sends a round's ballots through a relayer, and measures how it fares. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Progress } from '../../cli/progress.ts'
import { auditRound } from '../../cli/rehearse/auditRound.ts'
import {
  castThroughRelayer,
  type Receipts,
} from '../../cli/rehearse/castThroughRelayer.ts'
import { planSimulation } from '../../cli/rehearse/planSimulation.ts'
import type { BallotNumbers } from '../../cli/rehearse/readResult.ts'
import {
  playOn,
  prepareRound,
  type Prepared,
} from '../../cli/rehearse/rehearse.ts'
import { countFindings } from '../../cli/verify/describeFindings.ts'
import type {
  DatabaseKind,
  TestDatabase,
} from '../../test/relayer/support/databases.ts'
import {
  type RelayerProcess,
  startProcess,
} from '../../test/relayer/support/relayerProcess.ts'
import { cpuSeconds } from './cpuSeconds.ts'
import { type Acknowledged, postInWorker } from './postInWorker.ts'
import { readProfile, type Shares } from './readProfile.ts'

export type Size = {
  communities: number
  seats: number
  /** Ballots that are under way at the same time. */
  atOnce: number
  /** None: all ballots are sent, and the round goes on to its end. */
  seconds: number | undefined
}

export type Measured = {
  load: Load
  receipts: Receipts
  shares: Shares
  round: MeasuredRound | undefined
}

export type Load = Acknowledged & {
  /** Of the relayer's process, meanwhile. */
  cpuSeconds: number | undefined
}

export type MeasuredRound = {
  ballots: BallotNumbers
  passed: number
  failed: number
  seconds: Progress['seconds']
}

export async function measureRelayer(
  kind: DatabaseKind,
  progress: Progress,
  size: Size,
): Promise<Measured> {
  const database = await kind.create()
  const profiles = await mkdtemp(path.join(tmpdir(), 'dure-profile-'))
  const seed = 'load'
  try {
    const plan = { ...planRound(size, seed), hasPasskeys: true }
    const played = await prepareRound(plan, seed, progress, (prepared) =>
      play(prepared, database, profiles, size),
    )
    return { ...played, shares: await readProfile(profiles) }
  } finally {
    await rm(profiles, { recursive: true })
    await database.drop()
  }
}

/** Everyone casts. */
function planRound({ communities, seats }: Size, seed: string) {
  const trustees = { threshold: 3, count: 5 }
  const fund = Math.ceil(communities / 2)
  return planSimulation({
    ...{ communities, seats, list: 10, fund },
    ...{ turnout: 1, trustees, seed },
  })
}

async function play(
  prepared: Prepared,
  database: TestDatabase,
  profiles: string,
  size: Size,
): Promise<Omit<Measured, 'shares'>> {
  const options = ['--cpu-prof', `--cpu-prof-dir=${profiles}`]
  let load: Load | undefined
  let receipts: Receipts | undefined
  const cast = async (): Promise<undefined> => {
    receipts = await castThroughRelayer(prepared, {
      start: (env) => startProcess({ ...env, ...database.env }, options),
      async post(relayer, ballots) {
        load = await measureLoad(prepared, relayer, ballots, size)
        return load.receipts
      },
    })
  }
  const round = await (size.seconds === undefined
    ? playToEnd(prepared, cast)
    : cast())
  if (!load || !receipts) throw new Error('Nothing was sent.')
  return { load, receipts, round }
}

function measureLoad(
  { stage: { progress, round } }: Prepared,
  { pid, url }: RelayerProcess,
  ballots: readonly Uint8Array[],
  { atOnce, seconds }: Size,
): Promise<Load> {
  const total = ballots.length
  return progress.step('review', total, 'ballots', async (advance) => {
    const before = cpuSeconds(pid)
    const task = { url, round, ballots, atOnce, seconds }
    const acknowledged = await postInWorker(task, advance)
    const after = cpuSeconds(pid)
    const isTold = before !== undefined && after !== undefined
    return { ...acknowledged, cpuSeconds: isTold ? after - before : undefined }
  })
}

async function playToEnd(
  prepared: Prepared,
  cast: () => Promise<void>,
): Promise<MeasuredRound> {
  const { ballots } = await playOn(prepared, cast)
  const { findings } = await auditRound(prepared.stage)
  return {
    ballots,
    passed: countFindings(findings, 'passed'),
    failed: countFindings(findings, 'failed'),
    seconds: prepared.stage.progress.seconds,
  }
}
