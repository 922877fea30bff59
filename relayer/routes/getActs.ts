/** `GET /rounds/:round/acts`: what officials did with tickets and contact data. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  numberSchema,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'
import { readActs } from '../tickets/acts.ts'

const answer = v.object({
  acts: v.array(
    v.object({
      number: v.number(),
      /** Unix time. */
      doneAt: v.number(),
      /** Null: the relayer, by itself. */
      official: v.nullable(addressSchema),
      act: v.string(),
      reviewer: v.nullable(v.number()),
      detail: v.nullable(v.string()),
    }),
  ),
})

const description = describeRoute({
  summary: 'The log of acts',
  description: 'For the registrar. It is only ever added to.',
  responses: {
    ...officialRefusals,
    200: answers('Latest first, at most 1,000: ask on with `before`.', answer),
  },
})

export function getActs(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/acts',
    description,
    check('param', roundParam),
    check('query', v.object({ before: v.optional(numberSchema) })),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { before } = context.req.valid('query')
      await requireRole(services, context, round, 'registrar')
      const last = before === undefined ? undefined : Number(before)
      const acts = await readActs(services.database, round, last)
      return context.json({ acts }, 200)
    },
  )
}
