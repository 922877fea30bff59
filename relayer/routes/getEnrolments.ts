/** `GET /rounds/:round/enrolments`: all keys, for the registrar to sign. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { readEnrolments } from '../enrolment/readEnrolments.ts'
import type { Env } from '../http/limits.ts'
import {
  answers,
  check,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'
import { enrolmentSchema } from './getEnrolment.ts'

const answer = v.object({ enrolments: v.array(enrolmentSchema) })

const description = describeRoute({
  summary: 'The keys that are enrolled',
  description: 'For the registrar.',
  responses: { ...officialRefusals, 200: answers('In seat order.', answer) },
})

export function getEnrolments(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/enrolments',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      await requireRole(services, context, round, 'registrar')
      const enrolments = await readEnrolments(services.database, round)
      return context.json({ enrolments }, 200)
    },
  )
}
