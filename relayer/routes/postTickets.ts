/** `POST /rounds/:round/tickets`: issues a ticket to each seat that has none. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import type { Env } from '../http/limits.ts'
import { check, officialRefusals, roundParam } from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'
import { handOut, handOutFields, handOutAnswer } from '../tickets/handOut.ts'
import { issueTickets } from '../tickets/issueTickets.ts'
import { readSeats, seatsBetween } from '../tickets/roundSeats.ts'

const seat = v.pipe(v.number(), v.integer(), v.minValue(1))

const body = v.object({
  ...handOutFields,
  /** Reviewers' numbers; all unless told. */
  from: v.optional(seat),
  to: v.optional(seat),
})

const description = describeRoute({
  summary: 'Issue tickets to seats that have none',
  description:
    'For the registrar. The tickets are in this answer and nowhere else: what is lost of it can only be re-issued.',
  responses: { ...officialRefusals, 201: handOutAnswer },
})

export function postTickets(services: Services) {
  return new Hono<Env>().post(
    '/rounds/:round/tickets',
    description,
    check('param', roundParam),
    check('json', body),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { from, to, ...how } = context.req.valid('json')
      const official = await requireRole(services, context, round, 'registrar')
      const seats = await readSeats(services, round)
      const range = {
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }
      const reviewers = seatsBetween(seats, range)
      const issue = { round, official, seats, reviewers }
      return handOut(context, services, how, () =>
        issueTickets(services.database, issue),
      )
    },
  )
}
