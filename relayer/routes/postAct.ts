/** `POST /rounds/:round/proposals` and `…/objections`: signed acts, free of charge. */
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { acceptAct } from '../acts/acceptAct.ts'
import { objectionActSchema, proposalActSchema } from '../acts/signedAct.ts'
import type { Env } from '../http/limits.ts'
import { check, roundParam } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import {
  actResponses,
  type BroughtBody,
  documentSchema,
  limitActs,
  toBrought,
} from './actRequest.ts'

const answered =
  'Answers once both are on the disk; what becomes of it: GET …/acts/:id.'

const proposing = describeRoute({
  summary: 'Register, replace or withdraw a proposal',
  description: `Takes what \`dure propose --sign-only\` prints, and the document. ${answered} Attachments come after it: PUT /documents/:cid.`,
  responses: actResponses,
})

const objecting = describeRoute({
  summary: 'Object to the ranking',
  description: `Takes what \`dure object --sign-only\` prints, and the document. ${answered}`,
  responses: actResponses,
})

const proposal = v.object({ act: proposalActSchema, document: documentSchema })
const objection = v.object({
  act: objectionActSchema,
  document: documentSchema,
})

export function postAct(services: Services) {
  const limit = limitActs(services.config)
  async function accept(
    context: Context<Env>,
    { round }: { round: string },
    body: BroughtBody,
  ) {
    const brought = toBrought(round, body)
    await limit(context, brought)
    return context.json(await acceptAct(services, brought), 202)
  }
  return new Hono<Env>()
    .post(
      '/rounds/:round/proposals',
      proposing,
      check('param', roundParam),
      check('json', proposal),
      (context) =>
        accept(context, context.req.valid('param'), context.req.valid('json')),
    )
    .post(
      '/rounds/:round/objections',
      objecting,
      check('param', roundParam),
      check('json', objection),
      (context) =>
        accept(context, context.req.valid('param'), context.req.valid('json')),
    )
}
