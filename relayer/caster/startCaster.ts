/** Casts what waits, page by page, until it is told to stop. */
import { setTimeout as wait } from 'node:timers/promises'
import { getAddress, type Address } from 'viem'
import type { Services } from '../services.ts'
import { callOf, castPage, type CastResult, undoCast } from './castPage.ts'
import type { Hold } from '../storage/openDatabase.ts'
import { readCasts } from './readCast.ts'
import { type Cast, takePage } from './takePage.ts'

/** Milliseconds between two looks at what waits. */
const pause = 500
/** After something went wrong. */
const longPause = 3_000

export type Caster = { stopped: Promise<void> }

export function startCaster(services: Services, stop: AbortSignal): Caster {
  const sizes = new Map<Address, number>()
  /** Of those in a block the next does not wait for. */
  const running = new Map<number, Promise<unknown>>()
  const { config, node, troubles } = services
  const isStopping = () => stop.aborted
  const trouble = (error: unknown) => {
    if (!isStopping()) troubles.note('caster', error)
  }

  /** Until it is in a block, or over; whether it is in one. */
  async function begin(cast: Cast): Promise<boolean> {
    const most = sizes.get(cast.round) ?? config.page.ballots
    let isIncluded = false
    const included = node.inclusionOf(node.actOf(callOf(cast)))
    const ending = castPage(services, cast)
      .then((result) => {
        sizes.set(cast.round, nextSize(result, most, config.page.ballots))
        return result === 'cast'
      })
      .finally(() => running.delete(cast.id))
    const seen = ending.catch((error: unknown) => {
      if (isIncluded) trouble(error)
    })
    running.set(cast.id, seen)
    isIncluded = await Promise.race([ending, included.then(() => true)])
    return isIncluded
  }

  /** What an earlier run, or an earlier turn, left under way. */
  async function resumeCasts(): Promise<void> {
    const casts = await readCasts(services.database)
    const left = casts.filter(({ id }) => !running.has(id))
    if (left.length === 0) return
    const deliveries = await node.openActs()
    for (const cast of left)
      if (deliveries.has(node.actOf(callOf(cast)))) await begin(cast)
      else await undoCast(services, cast)
  }

  async function turn(): Promise<boolean> {
    await resumeCasts()
    let worked = false
    const rounds = await roundsWaiting(services)
    if (rounds.length === 0) troubles.over('pages')
    for (const round of rounds) {
      if (isStopping()) return worked
      const most = sizes.get(round) ?? config.page.ballots
      const facts = await services.rounds.round(round)
      const cast = await takePage(services, facts, most)
      if (!cast) continue
      // Of what was undone there is more at once, and it may be again.
      if (await begin(cast)) worked = true
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
        troubles.over('caster')
        if (!worked) await rest(hold ? pause : longPause, stop)
      } catch (error) {
        trouble(error)
        await rest(longPause, stop)
      }
    await Promise.all(running.values())
    await hold?.release()
  }

  return { stopped: run() }
}

function nextSize(result: CastResult, size: number, most: number): number {
  if (result === 'tooLarge') return Math.max(1, Math.floor(size / 2))
  return result === 'cast' ? Math.min(most, 2 * size) : size
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
