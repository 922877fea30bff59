/** `POST /rounds/:round/ballots`: takes a sealed, signed ballot. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress, type Hex } from 'viem'
import { acceptBallot } from '../ballots/acceptBallot.ts'
import { createLimiter, type Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  hashSchema,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import type { Services } from '../services.ts'
import { stateSchema } from './getBallot.ts'

const body = v.object({
  /** Packed as `castBallots` takes it: the field of a sealed ballot's file. */
  ballot: v.pipe(
    v.string(),
    v.regex(/^0x([0-9a-fA-F]{2})+$/, 'bytes expected'),
  ),
})

export const receiptSchema = v.object({
  format: v.literal('dure-receipt'),
  version: v.literal(1),
  chainId: v.number(),
  round: addressSchema,
  reviewer: v.number(),
  ballotVersion: v.number(),
  ballot: hashSchema,
  includeBy: v.number(),
  receipts: addressSchema,
  relayer: addressSchema,
  signature: v.string(),
})

const acknowledgement = v.object({
  round: addressSchema,
  reviewer: v.number(),
  version: v.number(),
  ballot: hashSchema,
  state: stateSchema,
  receipt: v.nullable(receiptSchema),
})

const description = describeRoute({
  summary: 'Hand in a sealed ballot',
  description:
    'Answers once it is on the disk. The same ballot again gets the same receipt.',
  responses: {
    ...refusals,
    201: answers('It is received.', acknowledgement),
    409: answers('Another ballot of this version; or too late.', errorSchema),
    422: answers('The round would refuse it: its own error.', errorSchema),
  },
})

export function postBallot(services: Services) {
  const limit = createLimiter(services.config.limits.ballotsOfKey)
  return new Hono<Env>().post(
    '/rounds/:round/ballots',
    description,
    check('param', roundParam),
    check('json', body),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const ballot = context.req.valid('json').ballot as Hex
      const accepted = await acceptBallot(services, { round, ballot }, limit)
      return context.json(accepted, 201)
    },
  )
}
