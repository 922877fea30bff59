/** `GET /health`: what works, how much waits, and how long the purse lasts. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { readHealth } from '../health/readHealth.ts'
import type { Env } from '../http/limits.ts'
import { addressSchema, answers } from '../http/schemas.ts'
import type { Services } from '../services.ts'

const health = v.object({
  /** False if anything needs an operator. */
  isWell: v.boolean(),
  /** What does. */
  troubles: v.array(v.string()),
  relayer: addressSchema,
  database: v.object({
    answers: v.boolean(),
    /** Free bytes of its disk, where that is to be seen. */
    room: v.nullable(v.number()),
  }),
  node: v.object({
    answers: v.boolean(),
    block: v.nullable(v.number()),
    /** Seconds. */
    blockAge: v.nullable(v.number()),
    /** Of a hundred of the latest calls, so many got no good answer. */
    failing: v.nullable(v.number()),
  }),
  clock: v.object({
    /** Seconds by which it is ahead of the chain; negative: behind. */
    ahead: v.nullable(v.number()),
  }),
  queues: v.nullable(
    v.object({
      waiting: v.number(),
      sent: v.number(),
      recorded: v.number(),
      missed: v.number(),
      /** Ballots that wait for more than half of the time promised. */
      late: v.nullable(v.number()),
      /** Proposals, withdrawals and objections that are to be sent. */
      acts: v.number(),
      /** Rounds that wait for their draw, their opening or their ranking. */
      openings: v.nullable(v.number()),
    }),
  ),
  purse: v.nullable(
    v.object({
      /** In wei. */
      balance: v.string(),
      /** For how many ballots it pays at the fees of now. */
      ballots: v.number(),
      /** Of one, in the last pages of this relayer. */
      gasPerBallot: v.number(),
    }),
  ),
})

const description = describeRoute({
  summary: 'Whether it works',
  responses: {
    200: answers('All is well.', health),
    503: answers('Something needs an operator.', health),
  },
})

export function getHealth(services: Services) {
  return new Hono<Env>().get('/health', description, async (context) => {
    const health = await readHealth(services)
    return health.isWell ? context.json(health, 200) : context.json(health, 503)
  })
}
