/** Puts the service together and starts it. */
import { setTimeout as wait } from 'node:timers/promises'
import { serve, type ServerType } from '@hono/node-server'
import { keccak256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { NonceUsedError } from '../chain/delivery/errors.ts'
import type { Clock, DeliveryProgress } from '../chain/delivery/settings.ts'
import { startActs } from './acts/startActs.ts'
import { startCaster } from './caster/startCaster.ts'
import { createBallotBook } from './ballots/ballotBook.ts'
import type { Config } from './config/readConfig.ts'
import { createCoverageBook } from './coverage/coverageBook.ts'
import { createProgressBook } from './events/roundProgress.ts'
import { createClockWatch } from './health/clockWatch.ts'
import { createTroubles, type Troubles } from './health/troubles.ts'
import { createApp } from './http/createApp.ts'
import { type Jobs, startJobs } from './jobs/startJobs.ts'
import type { Log } from './log.ts'
import { checkContracts } from './node/checkContracts.ts'
import { createChainTime } from './node/chainTime.ts'
import { connectNode } from './node/connectNode.ts'
import { readHead } from './node/readHead.ts'
import { recently } from './node/recently.ts'
import { createRoundBook } from './rounds/roundBook.ts'
import { createRoundEvents } from './rounds/roundEvents.ts'
import { createRoundList } from './rounds/roundList.ts'
import type { Services } from './services.ts'
import { deliveryJournal } from './storage/deliveryJournal.ts'
import { openDatabase } from './storage/openDatabase.ts'

export type Relayer = {
  url: string
  services: Services
  jobs: Jobs
  /** Takes nothing any more, ends what is under way, closes the database. */
  stop(): Promise<void>
}

/** Milliseconds that what runs gets to end. */
const patience = 10_000

export async function startRelayer(config: Config, log: Log): Promise<Relayer> {
  const stopping = new AbortController()
  /** In the order of the opening. */
  const closings: (() => Promise<unknown>)[] = []
  let stopped: Promise<void> | undefined
  async function close(): Promise<void> {
    stopping.abort()
    for (const closing of closings.toReversed()) await closing()
    log('stopped')
  }
  const stop = () => (stopped ??= close())
  try {
    const database = await openDatabase(config.storage)
    closings.push(() => database.close())
    const { signal } = stopping
    const services = await createServices({ config, log, database, signal })
    await checkContracts(services.node.reader, config)
    const jobs = await startJobs(services)
    closings.push(() => jobs.stop(patience))
    const caster = startCaster(services, signal)
    closings.push(() => caster.stopped)
    const acts = startActs(services, signal)
    closings.push(() => acts.stopped)
    const server = await listen(services)
    closings.push(() => closeServer(server))
    const url = urlOf(server, config.host)
    log('started', { url, relayer: services.account.address })
    return { url, services, jobs, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Parts = Pick<Services, 'config' | 'log' | 'database'> & {
  signal: AbortSignal
}

async function createServices({ signal, ...parts }: Parts): Promise<Services> {
  const { config, database, log } = parts
  const account = privateKeyToAccount(config.key)
  const troubles = createTroubles(log)
  const node = await connectNode({
    config,
    account,
    journal: deliveryJournal(database.db),
    clock: stoppableClock(signal),
    waitForHold: (name) => database.waitForHold(name, signal),
    onProgress: (progress) => {
      log('transaction', describeProgress(progress))
      noteTroubles(troubles, progress)
    },
  })
  const age = 1000 * node.pace.pollEvery
  const { reader } = node
  const head = recently(age, () => readHead(reader))
  const rounds = createRoundBook(reader, config.factory, age)
  return {
    ...{ ...parts, node, account, rounds, troubles, stopping: signal },
    head,
    chainTime: createChainTime(head),
    ballots: createBallotBook(database),
    events: createRoundEvents(reader, rounds, age),
    list: createRoundList(reader, config.factory),
    coverage: createCoverageBook({ database, node, rounds }),
    progress: createProgressBook({ database, node, rounds }),
    clockWatch: createClockWatch(),
  }
}

/** What is under way stays in the journal, and goes on at the next start. */
function stoppableClock(signal: AbortSignal): Clock {
  return {
    // Does not jump when the clock of the day is set.
    now: () => (performance.timeOrigin + performance.now()) / 1000,
    async wait(seconds) {
      await wait(seconds * 1000, undefined, { signal })
    },
  }
}

function describeProgress({ delivery, event }: DeliveryProgress) {
  const { functionName, nonce, transactions } = delivery
  const hash = keccak256(transactions.at(-1) ?? '0x')
  return { progress: event, function: functionName, nonce, hash }
}

/** Until something is in a block again. */
function noteTroubles(troubles: Troubles, progress: DeliveryProgress): void {
  const { delivery, event } = progress
  if (event === 'troubled') troubles.note('sender', progress.cause)
  if (event === 'passed')
    troubles.note('sender', new NonceUsedError({ delivery }))
  if (event === 'included') troubles.over('sender')
}

function listen(services: Services): Promise<ServerType> {
  const { fetch } = createApp(services)
  const { host: hostname, port } = services.config
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => {
      resolve(server)
    })
    server.once('error', reject)
  })
}

function urlOf(server: ServerType, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return `http://${host}:${port ?? 0}`
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
