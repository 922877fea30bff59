/** A line for each request: what was asked, and how it went. Never what it held. */
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { describeError, type Log } from '../log.ts'
import type { Env } from './limits.ts'

export function logRequests(log: Log) {
  return createMiddleware<Env>(async (context, next) => {
    const began = performance.now()
    await next()
    const error = context.error ? describeError(context.error) : {}
    log('request', {
      request: context.get('requestId'),
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      milliseconds: Math.round(performance.now() - began),
      ...error,
    })
  })
}
