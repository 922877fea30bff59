/** `POST /rounds/:round/reissues`: new tickets in the place of lost ones. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import type { Env } from '../http/limits.ts'
import {
  answers,
  check,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import { requireRole } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'
import { handOut, handOutAnswer, handOutFields } from '../tickets/handOut.ts'
import { reissueReasons, reissueTickets } from '../tickets/issueTickets.ts'
import { readSeats, requireSeat } from '../tickets/roundSeats.ts'

const body = v.object({
  ...handOutFields,
  reviewers: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
    v.minLength(1),
    v.maxLength(10_000),
  ),
  /** One of a list: free text could name a person. */
  reason: v.picklist(reissueReasons),
})

const description = describeRoute({
  summary: 'Re-issue tickets',
  description:
    'For the registrar. The old tickets die, keys enrolled with them are free again, and the act is logged with its reason.',
  responses: {
    ...officialRefusals,
    201: handOutAnswer,
    409: answers('A seat has no ticket yet.', errorSchema),
  },
})

export function postReissues(services: Services) {
  return new Hono<Env>().post(
    '/rounds/:round/reissues',
    description,
    check('param', roundParam),
    check('json', body),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { reason, reviewers, ...how } = context.req.valid('json')
      const official = await requireRole(services, context, round, 'registrar')
      const seats = await readSeats(services, round)
      for (const reviewer of reviewers) requireSeat(reviewer, seats)
      const issue = { round, official, seats, reviewers }
      return handOut(context, services, how, () =>
        reissueTickets(services.database, issue, reason),
      )
    },
  )
}
