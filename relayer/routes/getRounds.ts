/** `GET /rounds`: the rounds of the factory. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  hashSchema,
  refusals,
} from '../http/schemas.ts'
import type { Services } from '../services.ts'

const rounds = v.object({
  chainId: v.number(),
  factory: addressSchema,
  receipts: addressSchema,
  relayer: addressSchema,
  rounds: v.array(
    v.object({
      round: addressSchema,
      rulesDigest: hashSchema,
      /** In which it was made. */
      block: v.number(),
    }),
  ),
})

const description = describeRoute({
  summary: 'The rounds that this relayer serves',
  responses: { ...refusals, 200: answers('In the order of making.', rounds) },
})

export function getRounds({ account, config, list, node }: Services) {
  return new Hono<Env>().get('/rounds', description, async (context) => {
    const { factory, receipts } = config
    const { chainId } = node
    const relayer = account.address
    const answer = { chainId, factory, receipts, relayer }
    return context.json({ ...answer, rounds: [...(await list())] }, 200)
  })
}
