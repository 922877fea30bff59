/** `GET /rounds/:round/roles`: what who is signed in may do in a round. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress, isAddressEqual } from 'viem'
import { roles } from '../../chain/enums.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  officialRefusals,
  roundParam,
} from '../http/schemas.ts'
import { readHolder, requireSession } from '../officials/requireRole.ts'
import type { Services } from '../services.ts'

const answer = v.object({
  address: addressSchema,
  roles: v.array(v.picklist(roles)),
})

const description = describeRoute({
  summary: 'Which roles of a round the official holds',
  responses: { ...officialRefusals, 200: answers('By the chain.', answer) },
})

export function getRoles(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/roles',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const address = await requireSession(services, context)
      await services.rounds.round(round)
      const holders = await Promise.all(
        roles.map((role) => readHolder(services, round, role)),
      )
      const held = roles.filter((_, index) =>
        isAddressEqual(holders[index] ?? round, address),
      )
      return context.json({ address, roles: held }, 200)
    },
  )
}
