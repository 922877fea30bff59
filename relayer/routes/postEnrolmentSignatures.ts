/** `POST /rounds/:round/enrolment-signatures`: the registrar's word for keys. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress, type Hex } from 'viem'
import { keepSignatures } from '../enrolment/keepSignatures.ts'
import type { Env } from '../http/limits.ts'
import {
  answers,
  bytesSchema,
  check,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'

const body = v.object({
  signatures: v.pipe(
    v.array(
      v.object({
        reviewer: v.pipe(v.number(), v.integer(), v.minValue(1)),
        /** Over `EnrolledKey(uint32 reviewer,address key)`. */
        signature: v.pipe(bytesSchema, v.maxLength(4_000)),
      }),
    ),
    v.minLength(1),
    v.maxLength(1_000),
  ),
})

const description = describeRoute({
  summary: 'Sign the enrolled keys',
  description:
    'For the registrar. Every reviewer then gets it with the enrolment of the seat.',
  responses: {
    ...officialRefusals,
    204: { description: 'All of them are kept.' },
    422: answers('One is not as it should be; none is kept.', errorSchema),
  },
})

export function postEnrolmentSignatures(services: Services) {
  return new Hono<Env>().post(
    '/rounds/:round/enrolment-signatures',
    description,
    check('param', roundParam),
    check('json', body),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const official = await requireRole(services, context, round, 'registrar')
      const signatures = context.req
        .valid('json')
        .signatures.map(({ reviewer, signature }) => ({
          reviewer,
          signature: signature as Hex,
        }))
      await keepSignatures(services, round, official, signatures)
      return context.body(null, 204)
    },
  )
}
