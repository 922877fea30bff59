/** `GET /rounds/:round/proposals`: every proposal, and whether its text is here. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress, type Hash } from 'viem'
import { toCid } from '../../protocol/cid.ts'
import { mediaTypes } from '../../protocol/mediaType.ts'
import { readAttachments } from '../documents/readAttachments.ts'
import { documentStates, readStates } from '../documents/readStates.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  hashSchema,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import { listProposals } from '../../chain/listProposals.ts'
import type { Services } from '../services.ts'

const reference = {
  digest: hashSchema,
  cid: v.string(),
  state: v.picklist(documentStates),
}

const answer = v.object({
  proposals: v.array(
    v.object({
      /** The applicant's. */
      key: addressSchema,
      version: v.number(),
      /** Place in the order of first registration, from 1. */
      ordinal: v.number(),
      /** On the roster, from 1; 0 before, and for the others. */
      number: v.number(),
      category: v.number(),
      /** In the smallest unit of money, in decimal digits. */
      ask: v.string(),
      decision: v.picklist(['pending', 'accepted', 'refused', 'withdrawn']),
      /** Of the decision. */
      reason: v.nullable(v.object(reference)),
      document: v.object(reference),
      attachments: v.array(
        v.object({
          ...reference,
          type: v.picklist(mediaTypes),
          name: v.string(),
        }),
      ),
    }),
  ),
})

const description = describeRoute({
  summary: 'The proposals of a round',
  description:
    'All of them, as their latest versions stand, in the order of their first registration.',
  responses: { ...refusals, 200: answers('As of the latest block.', answer) },
})

export function getProposals(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/proposals',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const listed = listProposals(await services.events(round))
      const { attachmentsOf, refer } = await readReferences(services, listed)
      const proposals = listed.map(({ ask, digest, reason, ...proposal }) => ({
        ...proposal,
        ask: String(ask),
        reason: reason && refer(reason),
        document: refer(digest),
        attachments: attachmentsOf(digest).map((one) => ({
          ...one,
          ...refer(one.digest),
        })),
      }))
      return context.json({ proposals }, 200)
    },
  )
}

async function readReferences(
  { database }: Services,
  listed: readonly { digest: Hash; reason: Hash | null }[],
) {
  const documents = listed.map(({ digest }) => digest)
  const attachmentsOf = await readAttachments(database, documents)
  const stateOf = await readStates(database, [
    ...documents,
    ...listed.flatMap(({ reason }) => reason ?? []),
    ...documents.flatMap((one) =>
      attachmentsOf(one).map(({ digest }) => digest),
    ),
  ])
  const refer = (digest: Hash) => {
    return { digest, cid: toCid(digest), state: stateOf(digest) }
  }
  return { attachmentsOf, refer }
}
