/** `PUT` and `GET /rounds/:round/retention`: when contact data are deleted. */
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
import { errorSchema } from '../http/toAnswer.ts'
import { requireRole } from '../officials/requireRole.ts'
import { readRetention, setRetention } from '../retention/setRetention.ts'
import type { Services } from '../services.ts'

const answer = v.object({
  /** Unix times; null: none is set, and nothing deleted yet. */
  deleteAt: v.nullable(v.number()),
  deletedAt: v.nullable(v.number()),
})

const body = v.object({
  deleteAt: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

const none = { deleteAt: null, deletedAt: null }

const putting = describeRoute({
  summary: 'Set when contact data are deleted',
  description:
    'For the registrar. In the future, within two years; later only ever earlier.',
  responses: {
    ...officialRefusals,
    200: answers('It is set.', answer),
    409: answers('They are deleted already.', errorSchema),
    422: answers('The date is refused.', errorSchema),
  },
})

const getting = describeRoute({
  summary: 'When contact data are deleted, or were',
  responses: { ...refusals, 200: answers('For everyone to see.', answer) },
})

export function retention(services: Services) {
  const { database } = services
  return new Hono<Env>()
    .put(
      '/rounds/:round/retention',
      putting,
      check('param', roundParam),
      check('json', body),
      async (context) => {
        const round = getAddress(context.req.valid('param').round)
        const { deleteAt } = context.req.valid('json')
        const by = await requireRole(services, context, round, 'registrar')
        await setRetention(database, round, by, deleteAt)
        return context.json({ deleteAt, deletedAt: null }, 200)
      },
    )
    .get(
      '/rounds/:round/retention',
      getting,
      check('param', roundParam),
      async (context) => {
        const round = getAddress(context.req.valid('param').round)
        const standing = await readRetention(database, round)
        return context.json(standing ?? none, 200)
      },
    )
}
