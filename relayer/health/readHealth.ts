/** Looks at everything the relayer needs. Never throws: it says what fails. */
import { sql } from 'kysely'
import { readHead } from '../node/readHead.ts'
import type { Services } from '../services.ts'
import { readPurse } from './readPurse.ts'

/** Below so many ballots the purse is said to be nearly empty. */
const fewBallots = 400

export async function readHealth(services: Services) {
  const [database, node, queues, purse] = await Promise.all([
    answers(() => sql`select 1`.execute(services.database.db)),
    readNode(services),
    readQueues(services).catch(() => null),
    readPurse(services).catch(() => null),
  ])
  const { maxHeadAge = Number.POSITIVE_INFINITY } = services.node.pace
  const troubles = [
    ...(database ? [] : ['The database does not answer.']),
    ...(node.answers ? [] : ['The node does not answer.']),
    ...((node.blockAge ?? 0) > maxHeadAge
      ? ['The latest block of the node is old.']
      : []),
    ...(purse && purse.ballots < fewBallots
      ? ['The purse is nearly empty.']
      : []),
    ...(queues && queues.missed > 0 ? ['Ballots missed the close.'] : []),
  ]
  return {
    isWell: troubles.length === 0,
    troubles,
    relayer: services.account.address,
    database: { answers: database },
    node,
    queues,
    purse,
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask()
    return true
  } catch {
    return false
  }
}

async function readNode({ node }: Services) {
  try {
    const { number, timestamp } = await readHead(node.reader)
    const blockAge = Math.max(0, Math.floor(Date.now() / 1000) - timestamp)
    return { answers: true, block: Number(number), blockAge }
  } catch {
    return { answers: false, block: null, blockAge: null }
  }
}

async function readQueues({ database: { db } }: Services) {
  const rows = await db
    .selectFrom('ballots')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'sent', 'recorded', 'missed'])
    .groupBy('state')
    .execute()
  const counts = new Map(rows.map(({ state, count }) => [state, count]))
  return {
    waiting: counts.get('waiting') ?? 0,
    sent: counts.get('sent') ?? 0,
    recorded: counts.get('recorded') ?? 0,
    missed: counts.get('missed') ?? 0,
  }
}
