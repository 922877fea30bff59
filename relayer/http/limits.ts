/** How often one address, or one reviewer's seat, may ask. */
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../config/readConfig.ts'
import { TooManyError } from './errors.ts'

export type Env = { Bindings: HttpBindings; Variables: { requestId: string } }

export type Limiter = (key: string) => Promise<void>

const minute = 60

/** `duration`: seconds. */
export function createLimiter(points: number, duration = minute): Limiter {
  const limiter = new RateLimiterMemory({ points, duration })
  return async (key) => {
    try {
      await limiter.consume(key)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const seconds = Math.ceil(error.msBeforeNext / 1000)
      throw new TooManyError({ seconds })
    }
  }
}

export function limitByAddress(config: Pick<Config, 'limits' | 'proxies'>) {
  const limit = createLimiter(config.limits.address)
  return createMiddleware<Env>(async (context, next) => {
    await limit(askerOf(context, config.proxies))
    await next()
  })
}

/** The address that a request comes from. */
export function askerOf(
  { env, req }: Pick<Context<Env>, 'env' | 'req'>,
  proxies: number,
): string {
  const forwarded = req.header('x-forwarded-for')
  return addressOf(env.incoming.socket.remoteAddress, forwarded, proxies)
}

/**
 * Each proxy adds at the end whom it was asked by, so only the last so many
 * are what a proxy of ours has seen.
 */
export function addressOf(
  connected: string | undefined,
  forwarded: string | undefined,
  proxies: number,
): string {
  const seen = [...(forwarded ?? '').split(','), connected ?? '']
    .map((one) => one.trim())
    .filter(Boolean)
  return seen.at(-1 - proxies) ?? seen[0] ?? 'unknown'
}
