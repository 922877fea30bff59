/** `POST /nonces`: what an official's sign-in message has to hold. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { Env } from '../http/limits.ts'
import { answers, refusals } from '../http/schemas.ts'
import { signInDomains } from '../officials/signInDomains.ts'
import { giveNonce } from '../officials/nonces.ts'
import type { Services } from '../services.ts'

const answer = v.object({
  nonce: v.string(),
  /** Unix time. */
  expiresAt: v.number(),
  chainId: v.number(),
  /** Hosts that the message may name. */
  domains: v.array(v.string()),
})

const description = describeRoute({
  summary: 'Begin to sign in as an official',
  description: 'For a message of EIP-4361. Each nonce serves once.',
  responses: { ...refusals, 201: answers('It goes into the message.', answer) },
})

export function postNonce(services: Services) {
  const { database, node } = services
  return new Hono<Env>().post('/nonces', description, async (context) => {
    const given = await giveNonce(database)
    const domains = await signInDomains(services)
    return context.json({ ...given, chainId: node.chainId, domains }, 201)
  })
}
