/** `POST /tickets/search`: which seat a ticket is for. In the body, not in the URL. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { parseTicket, ticketHash } from '../../protocol/tickets/ticketCode.ts'
import type { Env } from '../http/limits.ts'
import { addressSchema, answers, check, refusals } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { readTicket } from '../tickets/readTicket.ts'
import { placeOf } from '../tickets/roundSeats.ts'

const answer = v.object({
  round: addressSchema,
  reviewer: v.number(),
  community: v.nullable(v.number()),
  seat: v.nullable(v.number()),
  state: v.picklist(['open', 'claimed', 'replaced']),
})

const description = describeRoute({
  summary: 'What a ticket is for',
  responses: { ...refusals, 200: answers('Its seat, and its state.', answer) },
})

export const ticketSchema = v.pipe(v.string(), v.maxLength(60))

export function postTicketSearch({ database, rounds }: Services) {
  return new Hono<Env>().post(
    '/tickets/search',
    description,
    check('json', v.object({ ticket: ticketSchema })),
    async (context) => {
      const hash = ticketHash(parseTicket(context.req.valid('json').ticket))
      const { reviewer, round, state } = await readTicket(database, hash)
      const { rules } = await rounds.round(round)
      const perCommunity = rules.owners ? rules.seatsPerCommunity : undefined
      const place = placeOf(reviewer, { perCommunity })
      context.header('cache-control', 'no-store')
      return context.json({ round, reviewer, ...place, state }, 200)
    },
  )
}
