/** `GET /rounds/:round/seats`: how far each seat is, and who is missing. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import type { Env } from '../http/limits.ts'
import {
  answers,
  check,
  numberSchema,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'
import { countSeats, readSeatStates } from '../tickets/readSeatStates.ts'
import { readSeats } from '../tickets/roundSeats.ts'

const query = v.object({
  /** Only the seats of this community. */
  community: v.optional(numberSchema),
  /** Only seats that nobody has claimed. */
  missing: v.optional(v.picklist(['yes', 'no']), 'no'),
})

const answer = v.object({
  counts: v.object({
    seats: v.number(),
    issued: v.number(),
    claimed: v.number(),
  }),
  seats: v.array(
    v.object({
      reviewer: v.number(),
      community: v.nullable(v.number()),
      seat: v.nullable(v.number()),
      state: v.picklist(['none', 'issued', 're-issued', 'claimed']),
      /** Whether the registrar has signed the key enrolled. */
      isSigned: v.boolean(),
    }),
  ),
})

const description = describeRoute({
  summary: 'Who is missing, seat by seat',
  description: 'For the registrar. The counts are of the whole round.',
  responses: { ...officialRefusals, 200: answers('In seat order.', answer) },
})

export function getSeats(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/seats',
    description,
    check('param', roundParam),
    check('query', query),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { community, missing } = context.req.valid('query')
      await requireRole(services, context, round, 'registrar')
      const seats = await readSeats(services, round)
      const all = await readSeatStates(services.database, round, seats)
      const chosen = all.filter(
        (one) =>
          (community === undefined || one.community === Number(community)) &&
          (missing === 'no' || one.state !== 'claimed'),
      )
      return context.json({ counts: countSeats(all), seats: chosen }, 200)
    },
  )
}
