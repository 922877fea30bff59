/** `GET /rounds/:round/enrolments/:reviewer`: the key of a seat, and who says so. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { readEnrolments } from '../enrolment/readEnrolments.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  numberSchema,
  refusals,
} from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { EnrolmentUnknownError } from '../tickets/errors.ts'

export const enrolmentSchema = v.object({
  reviewer: v.number(),
  key: addressSchema,
  /** Whose signature it is; null until the registrar has signed. */
  registrar: v.nullable(addressSchema),
  /** Of the Merkle tree, and how many keys it holds. */
  root: v.nullable(v.string()),
  count: v.nullable(v.number()),
  /** Of this seat and key in the tree. */
  proof: v.nullable(v.array(v.string())),
  /** Over `EnrolledKeys(bytes32 root,uint32 count)` in the domain of the round. */
  signature: v.nullable(v.string()),
})

const description = describeRoute({
  summary: 'The key that is enrolled for a seat',
  description:
    'A reviewer keeps the proof and the registrar’s signature: should another key stand on the roll, it proves the exchange.',
  responses: { ...refusals, 200: answers('As enrolled.', enrolmentSchema) },
})

export function getEnrolment({ database }: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/enrolments/:reviewer',
    description,
    check('param', v.object({ round: addressSchema, reviewer: numberSchema })),
    async (context) => {
      const given = context.req.valid('param')
      const reviewer = Number(given.reviewer)
      const round = getAddress(given.round)
      const [found] = await readEnrolments(database, round, reviewer)
      if (!found) throw new EnrolmentUnknownError({ reviewer })
      return context.json(found, 200)
    },
  )
}
