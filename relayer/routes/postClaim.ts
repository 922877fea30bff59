/** `POST /rounds/:round/claims`: enrols a key for the seat of a ticket. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { type Address, getAddress, type Hex } from 'viem'
import { claimSeat } from '../enrolment/claimSeat.ts'
import { createLimiter, type Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  bytesSchema,
  check,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import type { Services } from '../services.ts'
import { ticketSchema } from './postTicketSearch.ts'

const body = v.object({
  ticket: ticketSchema,
  /** As it will stand on the roll; of a passkey, that of its ERC-7913 signer. */
  key: addressSchema,
  /**
   * `kind ‖ body` over `Enrolment(uint32 reviewer,address key,bytes32 ticket)` in
   * the domain of the round; `ticket` is the sha-256 of its 16 bytes.
   */
  signature: v.pipe(bytesSchema, v.maxLength(20_000)),
})

const answer = v.object({
  round: addressSchema,
  reviewer: v.number(),
  key: addressSchema,
})

const description = describeRoute({
  summary: 'Enrol with a ticket',
  description:
    'Each ticket takes a key of its own. The same claim again gets the same answer.',
  responses: {
    ...refusals,
    201: answers('The key is enrolled.', answer),
    409: answers('Spent, replaced, taken, or over.', errorSchema),
    422: answers('The key did not sign this.', errorSchema),
  },
})

export function postClaim(services: Services) {
  const limit = createLimiter(services.config.limits.ballotsOfKey)
  return new Hono<Env>().post(
    '/rounds/:round/claims',
    description,
    check('param', roundParam),
    check('json', body),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { key, signature, ticket } = context.req.valid('json')
      await limit(`${round} ${key.toLowerCase()}`)
      const claim = { round, ticket, key: key as Address }
      const claimed = await claimSeat(services, {
        ...claim,
        signature: signature as Hex,
      })
      return context.json({ round, ...claimed }, 201)
    },
  )
}
