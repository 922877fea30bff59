/** `DELETE /rounds/:round/documents/:cid`: the admin deletes a document, on request. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { type Address, getAddress, type Hash } from 'viem'
import { parseCid } from '../../protocol/parseCid.ts'
import { deleteDocument as remove } from '../documents/deleteDocument.ts'
import { DocumentUnknownError } from '../documents/errors.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  cidParam,
  hashSchema,
  officialRefusals,
} from '../http/schemas.ts'
import { requireRole } from '../officials/requireRole.ts'
import { nowByClock } from '../officials/secrets.ts'
import type { Services } from '../services.ts'

const param = v.object({ round: addressSchema, ...cidParam.entries })

const body = v.object({
  /** Public, and stays: it must name nobody. */
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
})

const answer = v.object({
  deleted: v.array(
    v.object({
      digest: hashSchema,
      deletedAt: v.number(),
      reason: v.string(),
      by: v.string(),
    }),
  ),
})

const description = describeRoute({
  summary: 'Delete a document, and what it alone lists',
  description: 'For the admin of the round that it was brought for.',
  responses: {
    ...officialRefusals,
    200: answers('The tombstones that stay.', answer),
  },
})

export function deleteDocument(services: Services) {
  return new Hono<Env>().delete(
    '/rounds/:round/documents/:cid',
    description,
    check('param', param),
    check('json', body),
    async (context) => {
      const { cid, round: text } = context.req.valid('param')
      const { reason } = context.req.valid('json')
      const digest = parseCid(cid)
      const round = getAddress(text)
      const by = await requireRole(services, context, round, 'admin')
      await requireOfRound(services, round, digest)
      const wish = { digest, reason, deletedAt: nowByClock(), by }
      const deleted = await remove(services.database, wish)
      services.log('documentDeleted', { round, digest, by })
      return context.json({ deleted }, 200)
    },
  )
}

/** The admin of another round has no say in it. */
async function requireOfRound(
  { database: { db } }: Services,
  round: Address,
  digest: Hash,
): Promise<void> {
  const row = await db
    .selectFrom('documents')
    .select('digest')
    .where('digest', '=', digest)
    .where('round', '=', round)
    .executeTakeFirst()
  if (!row) throw new DocumentUnknownError({ digest })
}
