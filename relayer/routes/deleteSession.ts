/** `DELETE /session`: signs out. */
import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { describeRoute } from 'hono-openapi'
import type { Env } from '../http/limits.ts'
import { sessionCookie, tokenOf } from '../officials/requireRole.ts'
import { closeSession } from '../officials/sessions.ts'
import type { Services } from '../services.ts'

const description = describeRoute({
  summary: 'Sign out',
  responses: { 204: { description: 'The token serves no more.' } },
})

export function deleteSession({ database }: Services) {
  return new Hono<Env>().delete('/session', description, async (context) => {
    const token = tokenOf(context)
    if (token) await closeSession(database, token)
    deleteCookie(context, sessionCookie, { path: '/' })
    return context.body(null, 204)
  })
}
