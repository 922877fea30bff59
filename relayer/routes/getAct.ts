/** `GET …/acts/:id`: what became of a signed act. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { ActUnknownError } from '../acts/errors.ts'
import { findAct } from '../acts/readAct.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  hashSchema,
  refusals,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import type { Services } from '../services.ts'

const param = v.object({ round: addressSchema, id: hashSchema })

export const actSchema = v.object({
  id: hashSchema,
  round: addressSchema,
  type: v.picklist(['Proposal', 'Withdrawal', 'Objection']),
  key: addressSchema,
  version: v.nullable(v.number()),
  reviewer: v.nullable(v.number()),
  document: v.nullable(hashSchema),
  state: v.picklist(['waiting', 'recorded', 'final', 'refused']),
  /** Why the round does not take it: its error. */
  error: v.nullable(v.string()),
  params: v.nullable(errorSchema.entries.params),
  message: v.nullable(errorSchema.entries.message),
  receivedAt: v.number(),
  block: v.nullable(v.number()),
  transaction: v.nullable(hashSchema),
})

const description = describeRoute({
  summary: 'What became of a signed act',
  responses: { ...refusals, 200: answers('As far as it is known.', actSchema) },
})

export function getAct({ database }: Services) {
  const read = async (given: v.InferOutput<typeof param>) => {
    const { id } = given
    const round = getAddress(given.round)
    const act = await findAct(database, { id, round })
    if (!act) throw new ActUnknownError({ id })
    return act
  }
  return new Hono<Env>()
    .get(
      '/rounds/:round/proposals/acts/:id',
      description,
      check('param', param),
      async (context) =>
        context.json(await read(context.req.valid('param')), 200),
    )
    .get(
      '/rounds/:round/objections/acts/:id',
      description,
      check('param', param),
      async (context) =>
        context.json(await read(context.req.valid('param')), 200),
    )
}
