/** Looks at everything the relayer needs. Never throws: it says what fails. */
import { sql } from 'kysely'
import type { Phase } from '../../chain/enums.ts'
import { readHead } from '../node/readHead.ts'
import type { Services } from '../services.ts'
import { readRounds } from '../opening/openRounds.ts'
import { requireRoom, reserve } from '../storage/room.ts'
import { tryWriting } from './tryWriting.ts'
import { readPurse } from './readPurse.ts'
import { soon } from './soon.ts'

/** Below so many ballots the purse is said to be nearly empty. */
const fewBallots = 400
/** Of a hundred calls, so many may fail now and then. */
const mostFailing = 10
/** Seconds by which clock and chain may differ. */
const mostDifference = 120

export async function readHealth(services: Services) {
  const [asked, node, queues, openings, purse, late, room] = await Promise.all([
    soon(sql`select 1`.execute(services.database.db)),
    readNode(services),
    soon(readQueues(services)),
    soon(countOpenings(services)),
    soon(readPurse(services)),
    soon(countLate(services)),
    soon(services.database.room()),
    soon(seeStorage(services)),
  ])
  const database = asked !== null
  const { clockAhead, ...shownNode } = node
  const { maxHeadAge = Number.POSITIVE_INFINITY } = services.node.pace
  const faults: [boolean, string][] = [
    [!database, 'The database does not answer.'],
    [room !== null && room < reserve, 'The disk is nearly full.'],
    [!node.answers, 'The node does not answer.'],
    [(node.failing ?? 0) > mostFailing, 'The node fails many calls.'],
    [(node.blockAge ?? 0) > maxHeadAge, 'The latest block of the node is old.'],
    [
      Math.abs(clockAhead ?? 0) > mostDifference,
      'The clock of this machine and the chain differ.',
    ],
    [
      purse !== null && purse.ballots < fewBallots,
      'The purse is nearly empty.',
    ],
    [(late ?? 0) > 0, 'Ballots wait for more than half of the time promised.'],
    [(queues?.missed ?? 0) > 0, 'Ballots missed the close.'],
  ]
  const troubles = [
    ...faults.filter(([isSo]) => isSo).map(([, words]) => words),
    ...services.troubles.list(),
  ]
  return {
    isWell: troubles.length === 0,
    troubles,
    relayer: services.account.address,
    database: { answers: database, room },
    node: shownNode,
    clock: { ahead: clockAhead },
    queues: queues && { ...queues, late, openings },
    purse,
  }
}

async function readNode({ clockWatch, node }: Services) {
  const head = await soon(readHead(node.reader))
  const failing = node.failing()
  if (head === null) return { ...noAnswer, failing }
  const { number, timestamp } = head
  const blockAge = Math.max(0, Math.floor(Date.now() / 1000) - timestamp)
  const clockAhead = clockWatch(head)
  return { answers: true, block: Number(number), blockAge, failing, clockAhead }
}

const noAnswer = {
  answers: false,
  block: null,
  blockAge: null,
  clockAhead: null,
}

/** What could not be written may be so again. */
async function seeStorage({ database, troubles }: Services): Promise<void> {
  if (!troubles.isIn('storage')) return
  await requireRoom(database)
  await tryWriting(database)
  troubles.over('storage')
}

async function readQueues({ database: { db } }: Services) {
  const rows = await db
    .selectFrom('ballots')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'sent', 'recorded', 'missed'])
    .groupBy('state')
    .execute()
  const acts = await db
    .selectFrom('signed_acts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const counts = new Map(rows.map(({ state, count }) => [state, count]))
  return {
    waiting: counts.get('waiting') ?? 0,
    sent: counts.get('sent') ?? 0,
    recorded: counts.get('recorded') ?? 0,
    missed: counts.get('missed') ?? 0,
    acts: acts.count,
  }
}

/** By the chain's time, like the promise. */
async function countLate({ database, head }: Services): Promise<number> {
  const { timestamp } = await head()
  const { count } = await database.db
    .selectFrom('ballots')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['waiting', 'sent'])
    .where(sql<number>`received_at + due`, '<', 2 * timestamp)
    .executeTakeFirstOrThrow()
  return count
}

/** Rounds that wait for their draw, their opening or their ranking. */
async function countOpenings(services: Services): Promise<number> {
  const phases = await Promise.all(
    (await readRounds(services)).map((round) => services.rounds.phase(round)),
  )
  return phases.filter((phase) => openingPhases.includes(phase)).length
}
const openingPhases: readonly Phase[] = ['draw', 'opening', 'ranking']
