/** `PUT` and `GET /rounds/:round/contacts`: how to reach the people of seats. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import type { Env } from '../http/limits.ts'
import {
  answers,
  check,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import { requireRole } from '../officials/requireRole.ts'
import { keepContacts, readContacts } from '../retention/keepContacts.ts'
import type { Services } from '../services.ts'
import { readSeats } from '../tickets/roundSeats.ts'

const putting = describeRoute({
  summary: 'Keep contact data of seats',
  description:
    'For the registrar, once the date of their deletion is set. CSV: community, seat, contact (a jury: reviewer, contact). Without the column seat, each community’s people are given its free seats by lot.',
  responses: {
    ...officialRefusals,
    200: answers('So many seats have one now.', v.object({ kept: v.number() })),
    409: answers('No date of deletion is set, or it is over.', errorSchema),
    422: answers(
      'A line of the table is refused; nothing is kept.',
      errorSchema,
    ),
  },
})

const getting = describeRoute({
  summary: 'The contact data of seats',
  description: 'For the registrar.',
  responses: {
    ...officialRefusals,
    200: answers(
      'In seat order.',
      v.object({
        contacts: v.array(
          v.object({ reviewer: v.number(), contact: v.string() }),
        ),
      }),
    ),
  },
})

export function contacts(services: Services) {
  const { database } = services
  return new Hono<Env>()
    .put(
      '/rounds/:round/contacts',
      putting,
      check('param', roundParam),
      check('json', v.object({ table: v.string() })),
      async (context) => {
        const round = getAddress(context.req.valid('param').round)
        const { table } = context.req.valid('json')
        const by = await requireRole(services, context, round, 'registrar')
        const seats = await readSeats(services, round)
        const given = { round, official: by, seats, table }
        return context.json({ kept: await keepContacts(database, given) }, 200)
      },
    )
    .get(
      '/rounds/:round/contacts',
      getting,
      check('param', roundParam),
      async (context) => {
        const round = getAddress(context.req.valid('param').round)
        await requireRole(services, context, round, 'registrar')
        const contacts = await readContacts(database, round)
        return context.json({ contacts }, 200)
      },
    )
}
