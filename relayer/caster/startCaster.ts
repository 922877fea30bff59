/** Casts what waits, page by page, until it is told to stop. */
import { setTimeout as wait } from 'node:timers/promises'
import { getAddress, type Address } from 'viem'
import { describeError } from '../log.ts'
import type { Services } from '../services.ts'
import { callOf, castPage, type CastResult, undoCast } from './castPage.ts'
import type { Hold } from '../storage/openDatabase.ts'
import { readCasts } from './readCast.ts'
import { takePage } from './takePage.ts'

/** Milliseconds between two looks at what waits. */
const pause = 500
/** After something went wrong. */
const longPause = 3_000

export type Caster = { stopped: Promise<void> }

export function startCaster(services: Services, stop: AbortSignal): Caster {
  const sizes = new Map<Address, number>()
  const { config, log } = services
  const isStopping = () => stop.aborted

  async function turn(): Promise<boolean> {
    await resumeCasts(services)
    let worked = false
    for (const round of await roundsWaiting(services)) {
      if (isStopping()) return worked
      const most = sizes.get(round) ?? config.page.ballots
      const facts = await services.rounds.round(round)
      const cast = await takePage(services, facts, most)
      if (!cast) continue
      worked = true
      const result = await castPage(services, cast)
      sizes.set(round, nextSize(result, most, config.page.ballots))
    }
    return worked
  }

  /** Of all relayers with this key and database, one casts at a time. */
  async function run(): Promise<void> {
    const name = `caster ${services.node.chainId} ${services.account.address}`
    let hold: Hold | undefined
    while (!isStopping())
      try {
        if (!hold?.isHeld()) hold = await services.database.tryHold(name)
        const worked = hold !== undefined && (await turn())
        if (!worked) await rest(hold ? pause : longPause, stop)
      } catch (error) {
        if (isStopping()) break
        log('trouble', { in: 'caster', ...describeError(error) })
        await rest(longPause, stop)
      }
    await hold?.release()
  }

  return { stopped: run() }
}

function nextSize(result: CastResult, size: number, most: number): number {
  if (result === 'tooLarge') return Math.max(1, Math.floor(size / 2))
  return result === 'cast' ? Math.min(most, 2 * size) : size
}

/** What an earlier run, or an earlier turn, left under way. */
async function resumeCasts(services: Services): Promise<void> {
  const casts = await readCasts(services.database)
  if (casts.length === 0) return
  const deliveries = await services.node.openActs()
  for (const cast of casts)
    if (deliveries.has(services.node.actOf(callOf(cast))))
      await castPage(services, cast)
    else await undoCast(services, cast)
}

async function roundsWaiting({ database: { db } }: Services) {
  const rows = await db
    .selectFrom('ballots')
    .select('round')
    .where('state', '=', 'waiting')
    .distinct()
    .execute()
  return rows.map(({ round }) => getAddress(round))
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined)
}
