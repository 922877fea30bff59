/** `GET /rounds/:round/roll.csv`: the enrolled keys, for `dure roll publish`. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { getAddress } from 'viem'
import { rollTable } from '../enrolment/rollOfEnrolments.ts'
import type { Env } from '../http/limits.ts'
import { check, officialRefusals, roundParam } from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'

const description = describeRoute({
  summary: 'The roll as a table',
  description: 'For the registrar: the file that `dure roll publish` reads.',
  responses: {
    ...officialRefusals,
    200: {
      description: 'CSV, a line for every seat; zero is an empty one.',
      content: { 'text/csv': {} },
    },
  },
})

export function getRollTable(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/roll.csv',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      await requireRole(services, context, round, 'registrar')
      const table = await rollTable(services, round)
      context.header('content-type', 'text/csv; charset=utf-8')
      return context.body(table, 200)
    },
  )
}
