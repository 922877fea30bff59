/** `POST /rounds/:round/proposals`: registers, replaces or withdraws a proposal, free of charge. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { acceptAct } from '../acts/acceptAct.ts'
import { proposalActSchema } from '../acts/signedAct.ts'
import type { Env } from '../http/limits.ts'
import { check, roundParam } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import {
  actResponses,
  documentSchema,
  limitActs,
  toBrought,
} from './actRequest.ts'

const body = v.object({ act: proposalActSchema, document: documentSchema })

const description = describeRoute({
  summary: 'Register, replace or withdraw a proposal',
  description:
    'Takes what `dure propose --sign-only` prints, and the document. Answers once both are on the disk; what becomes of it: GET …/acts/:id. Attachments come after it: PUT /documents/:cid.',
  responses: actResponses,
})

export function postProposal(services: Services) {
  const limit = limitActs(services.config)
  return new Hono<Env>().post(
    '/rounds/:round/proposals',
    description,
    check('param', roundParam),
    check('json', body),
    async (context) => {
      const { round } = context.req.valid('param')
      const brought = toBrought(round, context.req.valid('json'))
      await limit(context, brought)
      return context.json(await acceptAct(services, brought), 202)
    },
  )
}
