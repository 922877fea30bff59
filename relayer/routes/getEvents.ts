/** `GET /rounds/:round/events`: a stream of what changes in a round. */
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { describeRoute } from 'hono-openapi'
import { type Address, getAddress } from 'viem'
import { nextEvents, type WatchedRound } from '../events/nextEvents.ts'
import { limitStreams } from '../events/openStreams.ts'
import { askerOf, type Env } from '../http/limits.ts'
import { check, refusals, roundParam } from '../http/schemas.ts'
import { describeError } from '../log.ts'
import type { Services } from '../services.ts'

/** Milliseconds between two looks; what is read is shared by all streams. */
const pause = 1_000
/** So many looks without a change, and the stream shows that it lives. */
const quietLooks = 15

const description = describeRoute({
  summary: 'What changes in a round, as server-sent events',
  description:
    'First `snapshot`, again at each connection, so that nothing has to be resumed: phase, pages, cast, settled, waiting, coverage. Then `phase`, `pages`, `coverage`, `opening` with the fields that changed, and `heartbeat`.',
  responses: {
    ...refusals,
    200: {
      description: 'A stream until either side ends it.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
  },
})

export function getEvents(services: Services) {
  const { config, progress } = services
  const takeStream = limitStreams()
  return new Hono<Env>().get(
    '/rounds/:round/events',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      // What is wrong is said before the stream begins.
      await progress(round)
      const release = takeStream(askerOf(context, config.proxies))
      return streamSSE(context, async (stream) => {
        try {
          await tell(services, round, stream)
        } finally {
          release()
        }
      })
    },
  )
}

async function tell(
  services: Services,
  round: Address,
  stream: SSEStreamingApi,
): Promise<void> {
  const ending = new AbortController()
  stream.onAbort(() => {
    ending.abort()
  })
  const signal = AbortSignal.any([ending.signal, services.stopping])
  let seen: WatchedRound | undefined
  let quiet = 0
  while (!signal.aborted) {
    const now = await readOrLog(services, round)
    const events = now ? nextEvents(seen, now) : []
    for (const { data, event } of events)
      await stream.writeSSE({ event, data: JSON.stringify(data) })
    quiet = events.length > 0 ? 0 : quiet + 1
    if (quiet % quietLooks === quietLooks - 1)
      await stream.writeSSE({ event: 'heartbeat', data: '' })
    seen = now ?? seen
    await wait(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** A node that fails for a while ends no stream. */
async function readOrLog(
  { coverage, log, progress }: Services,
  round: Address,
): Promise<WatchedRound | undefined> {
  try {
    const { cast, groups, minimum, seats, tickets } = await coverage(round)
    const covered = { cast, groups, minimum, seats, tickets }
    return { ...(await progress(round)), coverage: covered }
  } catch (error) {
    log('trouble', { in: 'events', round, ...describeError(error) })
    return undefined
  }
}
