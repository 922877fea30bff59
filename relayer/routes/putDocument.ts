/** `PUT /documents/:cid`: brings a document. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { parseCid } from '../../protocol/parseCid.ts'
import { acceptDocument } from '../documents/acceptDocument.ts'
import { mediaTypes } from '../../protocol/mediaType.ts'
import { RequestInvalidError } from '../http/errors.ts'
import { askerOf, createLimiter, type Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  cidParam,
  hashSchema,
  refusals,
} from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import type { Services } from '../services.ts'

const query = v.object({ round: addressSchema })

const answer = v.object({
  cid: v.string(),
  digest: hashSchema,
  /** Unix time at which it goes unless the chain names it by then; null: it stays. */
  until: v.nullable(v.number()),
})

const content = Object.fromEntries(
  mediaTypes.map((type) => [
    type,
    { schema: { type: 'string', format: 'binary' } as const },
  ]),
)

const description = describeRoute({
  summary: 'Bring a document',
  description:
    'The bytes as they are, at most 1 MiB, with their true Content-Type. What the chain does not name is kept for an hour, and not handed out.',
  requestBody: { required: true, content },
  responses: {
    ...refusals,
    200: answers('It is on the disk.', answer),
    410: answers('It was deleted.', errorSchema),
    413: answers('It is larger than 1 MiB.', errorSchema),
    415: answers('It is no kind that is taken, or not as told.', errorSchema),
    422: answers('It has another digest.', errorSchema),
    507: answers('There is no room.', errorSchema),
  },
})

export function putDocument(services: Services) {
  const { actsOfAddress } = services.config.limits
  const limit = createLimiter(5 * actsOfAddress, 3_600)
  return new Hono<Env>().put(
    '/documents/:cid',
    description,
    check('param', cidParam),
    check('query', query),
    async (context) => {
      const { cid } = context.req.valid('param')
      const digest = parseCid(cid)
      const round = getAddress(context.req.valid('query').round)
      await services.rounds.round(round)
      await limit(askerOf(context, services.config.proxies))
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      if (bytes.length === 0)
        throw new RequestInvalidError({ reason: 'The document is empty.' })
      const declared = typeOf(context.req.header('content-type'))
      const brought = { round, digest, bytes, declared }
      const { until } = await acceptDocument(services, brought)
      return context.json({ cid, digest, until }, 200)
    },
  )
}

/** Without what stands behind it, such as the character set. */
function typeOf(header = ''): string {
  return header.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
