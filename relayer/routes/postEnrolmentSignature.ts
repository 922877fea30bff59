/** `POST /rounds/:round/enrolment-signature`: the registrar's word for keys. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress, type Hex } from 'viem'
import { keepSignature } from '../enrolment/keepSignature.ts'
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
  reviewers: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
    v.minLength(1),
    v.maxLength(20_000),
  ),
  /** Over `EnrolledKeys(bytes32 root,uint32 count)` of these seats. */
  signature: v.pipe(bytesSchema, v.maxLength(4_000)),
})

const description = describeRoute({
  summary: 'Sign the enrolled keys',
  description:
    'For the registrar. One signature for all of them. Every reviewer then gets it, and a proof, with the enrolment of the seat.',
  responses: {
    ...officialRefusals,
    204: { description: 'Kept for all of the seats.' },
    422: answers(
      'It is not over the keys enrolled; it is not kept.',
      errorSchema,
    ),
  },
})

export function postEnrolmentSignature(services: Services) {
  return new Hono<Env>().post(
    '/rounds/:round/enrolment-signature',
    description,
    check('param', roundParam),
    check('json', body),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const official = await requireRole(services, context, round, 'registrar')
      const { reviewers, signature } = context.req.valid('json')
      const signed = { reviewers, signature: signature as Hex }
      await keepSignature(services, round, { registrar: official, ...signed })
      return context.body(null, 204)
    },
  )
}
