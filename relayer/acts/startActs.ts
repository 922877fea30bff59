/** Sends the acts that wait, several at a time, until it is told to stop. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Services } from '../services.ts'
import type { Hold } from '../storage/openDatabase.ts'
import { type OpenAct, sendAct } from './sendAct.ts'
import type { SignedAct } from './signedAct.ts'

/** Milliseconds between two looks at what waits. */
const pause = 500
/** After something went wrong. */
const longPause = 3_000
/** Nodes hold only few transactions of one account that are not yet in a block. */
const mostAtOnce = 8

export type Acts = { stopped: Promise<void> }

export function startActs(services: Services, stop: AbortSignal): Acts {
  const { troubles } = services
  const underWay = new Map<string, Promise<void>>()
  const note = (where: string) => (error: unknown) => {
    if (!stop.aborted) troubles.note(where, error)
  }
  const trouble = note('acts')
  const queueTrouble = note('acts queue')

  async function send(open: OpenAct): Promise<void> {
    try {
      await sendAct(services, open)
      troubles.over('acts')
    } catch (error) {
      trouble(error)
      await noteTry(services, open)
      await rest(longPause, stop)
    }
  }

  async function turn(): Promise<void> {
    for (const open of await readWaiting(services, [...underWay.keys()])) {
      if (underWay.size >= mostAtOnce) return
      const sending = send(open)
        .catch(trouble)
        .finally(() => underWay.delete(open.id))
      underWay.set(open.id, sending)
    }
  }

  /** Of all relayers with this key and database, one sends at a time. */
  async function run(): Promise<void> {
    const { account, database, node } = services
    const name = `acts ${node.chainId} ${account.address}`
    let hold: Hold | undefined
    while (!stop.aborted)
      try {
        if (!hold?.isHeld()) hold = await database.tryHold(name)
        if (hold) await turn()
        troubles.over('acts queue')
        await rest(hold ? pause : longPause, stop)
      } catch (error) {
        queueTrouble(error)
        await rest(longPause, stop)
      }
    await Promise.all(underWay.values())
    await hold?.release()
  }

  return { stopped: run() }
}

/** What failed less often first, then what came first. */
async function readWaiting(
  { database: { db } }: Services,
  underWay: readonly string[],
): Promise<OpenAct[]> {
  const query = db
    .selectFrom('signed_acts')
    .select(['id', 'act', 'from_block'])
    .where('state', '=', 'waiting')
  const others =
    underWay.length === 0 ? query : query.where('id', 'not in', underWay)
  const rows = await others
    .orderBy('tries')
    .orderBy('received_at')
    .limit(mostAtOnce)
    .execute()
  return rows.map(({ act, from_block, id }) => ({
    id,
    act: JSON.parse(act) as SignedAct,
    fromBlock: from_block,
  }))
}

async function noteTry(
  { database: { db } }: Services,
  { id }: OpenAct,
): Promise<void> {
  await db
    .updateTable('signed_acts')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined)
}
