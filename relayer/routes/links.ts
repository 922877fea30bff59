/** `GET` and `DELETE /rounds/:round/links`: what still links people to seats. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import type { Env } from '../http/limits.ts'
import {
  answers,
  check,
  officialRefusals,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import { checkLinks } from '../retention/checkLinks.ts'
import { deleteLinks } from '../retention/deleteLinks.ts'
import type { Services } from '../services.ts'

const answer = v.object({
  links: v.array(v.object({ place: v.string(), count: v.number() })),
})

const getting = describeRoute({
  summary: 'Count what still links a person to a seat',
  description:
    'Contact data, hashes of tickets, signatures of claims; all zero once they are deleted.',
  responses: {
    ...refusals,
    200: answers('By table and column, for everyone to see.', answer),
  },
})

const deleting = describeRoute({
  summary: 'Delete it now',
  description:
    'For the registrar; what the job does on the date. Nobody can take it back, and nothing of the kind is taken for the round afterwards.',
  responses: {
    ...officialRefusals,
    200: answers('What is left, counted anew.', answer),
  },
})

export function links(services: Services) {
  const { database } = services
  return new Hono<Env>()
    .get(
      '/rounds/:round/links',
      getting,
      check('param', roundParam),
      async (context) => {
        const round = getAddress(context.req.valid('param').round)
        await services.rounds.round(round)
        return context.json({ links: await checkLinks(database, round) }, 200)
      },
    )
    .delete(
      '/rounds/:round/links',
      deleting,
      check('param', roundParam),
      async (context) => {
        const round = getAddress(context.req.valid('param').round)
        const by = await requireRole(services, context, round, 'registrar')
        await deleteLinks(database, round, by)
        return context.json({ links: await checkLinks(database, round) }, 200)
      },
    )
}
