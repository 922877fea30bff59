/** What routes and jobs work with: made once at the start, handed to all. */
import type { LocalAccount } from 'viem'
import type { BallotBook } from './ballots/ballotBook.ts'
import type { CoverageBook } from './coverage/coverageBook.ts'
import type { ProgressBook } from './events/roundProgress.ts'
import type { Config } from './config/readConfig.ts'
import type { ClockWatch } from './health/clockWatch.ts'
import type { Troubles } from './health/troubles.ts'
import type { Log } from './log.ts'
import type { Node } from './node/connectNode.ts'
import type { Head } from './node/readHead.ts'
import type { RoundBook } from './rounds/roundBook.ts'
import type { RoundEvents } from './rounds/roundEvents.ts'
import type { RoundList } from './rounds/roundList.ts'
import type { Database } from './storage/openDatabase.ts'

export type Services = {
  config: Config
  log: Log
  database: Database
  node: Node
  /** The latest block, or one shortly before. */
  head: () => Promise<Head>
  /** The chain's time, by which promises are made. */
  chainTime: () => Promise<number>
  rounds: RoundBook
  list: RoundList
  events: RoundEvents
  ballots: BallotBook
  coverage: CoverageBook
  progress: ProgressBook
  troubles: Troubles
  clockWatch: ClockWatch
  /** Aborted at the stop: what never ends by itself ends then. */
  stopping: AbortSignal
  /** Signs receipts and transactions. */
  account: LocalAccount
}
