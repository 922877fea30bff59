/** `POST /session`: signs an official in by a signed message of EIP-4361. */
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { Hex } from 'viem'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  bytesSchema,
  check,
  refusals,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import { checkSignIn } from '../officials/checkSignIn.ts'
import { sessionCookie } from '../officials/requireRole.ts'
import { openSession, sessionLifetime } from '../officials/sessions.ts'
import type { Services } from '../services.ts'

const body = v.object({
  message: v.pipe(v.string(), v.maxLength(4_000)),
  signature: bytesSchema,
  /** A browser keeps the cookie; other programs send the token. */
  keep: v.picklist(['cookie', 'bearer']),
})

const answer = v.object({
  address: addressSchema,
  /** Unix time. */
  expiresAt: v.number(),
  /** For `authorization: Bearer …`; null with a cookie. */
  token: v.nullable(v.string()),
})

const description = describeRoute({
  summary: 'Sign in as an official',
  description:
    'Tells who somebody is. What that person may do is asked of the round, at each request. A contract wallet (ERC-1271) signs in, too: it is asked again at each request, and the session ends when it no longer stands by the signature.',
  responses: {
    ...refusals,
    201: answers('Signed in, for some hours.', answer),
    401: answers('The message is not one that signs in here.', errorSchema),
  },
})

export function postSession(services: Services) {
  return new Hono<Env>().post(
    '/session',
    description,
    check('json', body),
    async (context) => {
      const { keep, message, signature } = context.req.valid('json')
      const signIn = { message, signature: signature as Hex }
      const { isSecure, ...holder } = await checkSignIn(services, signIn)
      const { address } = holder
      const session = await openSession(services.database, holder)
      const { expiresAt, token } = session
      context.header('cache-control', 'no-store')
      if (keep === 'bearer')
        return context.json({ address, expiresAt, token }, 201)
      setCookie(context, sessionCookie, token, {
        ...{ httpOnly: true, sameSite: 'Strict', secure: isSecure },
        ...{ path: '/', maxAge: sessionLifetime },
      })
      return context.json({ address, expiresAt, token: null }, 201)
    },
  )
}
