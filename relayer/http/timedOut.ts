/** What a request that takes too long is answered with. */
import { HTTPException } from 'hono/http-exception'
import { TimedOutError } from './errors.ts'

export function timedOut(): HTTPException {
  return new HTTPException(503, { cause: new TimedOutError() })
}
