/** `GET /rounds/:round/roll-differences`: where the published roll is another. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { compareRoll } from '../enrolment/rollOfEnrolments.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'

const answer = v.object({
  /** Whether every part of the roll is on the chain. */
  isPublished: v.boolean(),
  differences: v.array(
    v.object({
      reviewer: v.number(),
      /** Null: nobody. */
      enrolled: v.nullable(addressSchema),
      published: v.nullable(addressSchema),
    }),
  ),
})

const description = describeRoute({
  summary: 'Compare the enrolled keys with the published roll',
  description: 'For the registrar.',
  responses: { ...officialRefusals, 200: answers('In seat order.', answer) },
})

export function getRollDifferences(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/roll-differences',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      await requireRole(services, context, round, 'registrar')
      return context.json(await compareRoll(services, round), 200)
    },
  )
}
