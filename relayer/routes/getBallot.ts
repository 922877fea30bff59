/** `GET /rounds/:round/ballots/:reviewer`: what became of a reviewer's ballots. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { BallotUnknownError } from '../ballots/errors.ts'
import { readBallots } from '../ballots/readBallots.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  hashSchema,
  numberSchema,
  refusals,
} from '../http/schemas.ts'
import type { Services } from '../services.ts'

export const stateSchema = v.picklist([
  'waiting',
  'sent',
  'recorded',
  'final',
  'replaced',
  'skipped',
  'missed',
])

const param = v.object({ round: addressSchema, reviewer: numberSchema })

const ballots = v.object({
  reviewer: v.number(),
  ballots: v.array(
    v.object({
      version: v.number(),
      ballot: hashSchema,
      state: stateSchema,
      /** Why the round skipped it: its error. */
      reason: v.nullable(v.string()),
      receivedAt: v.number(),
      includeBy: v.nullable(v.number()),
      page: v.nullable(v.number()),
      block: v.nullable(v.number()),
      transaction: v.nullable(hashSchema),
    }),
  ),
})

const description = describeRoute({
  summary: 'What became of the ballots of a reviewer',
  description: 'Latest version first. Never a score: the relayer knows none.',
  responses: { ...refusals, 200: answers('As far as it is known.', ballots) },
})

export function getBallot({ database }: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/ballots/:reviewer',
    description,
    check('param', param),
    async (context) => {
      const given = context.req.valid('param')
      const round = getAddress(given.round)
      const reviewer = Number(given.reviewer)
      const found = await readBallots(database, { round, reviewer })
      if (found.length === 0) throw new BallotUnknownError({ reviewer })
      return context.json({ reviewer, ballots: found }, 200)
    },
  )
}
