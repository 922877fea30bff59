/** `GET /rounds/:round/coverage`: seats, ballots and reviews, never a score. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import type { Services } from '../services.ts'

const group = v.object({
  category: v.number(),
  half: v.number(),
  proposals: v.number(),
  /** Seats of the communities behind them; 0 where reviewers own none. */
  seats: v.number(),
  /** Of these seats: with a ticket from here, and with a key enrolled here. */
  issued: v.number(),
  claimed: v.number(),
  cast: v.number(),
  reviews: v.number(),
  belowMinimum: v.number(),
})

const proposal = v.object({
  number: v.number(),
  category: v.number(),
  half: v.number(),
  /** Handed-in lists that hold it. */
  reviews: v.number(),
})

const coverage = v.object({
  round: addressSchema,
  /** None where this relayer has no tickets of the round. */
  tickets: v.nullable(v.object({ issued: v.number(), claimed: v.number() })),
  seats: v.number(),
  cast: v.number(),
  minimum: v.number(),
  groups: v.array(group),
  proposals: v.array(proposal),
})

const description = describeRoute({
  summary: 'How far the review covers the proposals',
  description:
    'From what is public on the chain: who cast, and which lists were drawn; nothing of that before the draw. And from the tickets of this relayer.',
  responses: { ...refusals, 200: answers('Some seconds old.', coverage) },
})

export function getCoverage({ coverage }: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/coverage',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      return context.json({ round, ...(await coverage(round)) }, 200)
    },
  )
}
