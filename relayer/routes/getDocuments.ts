/** `GET /rounds/:round/documents`: what the round names by digest, and what of it is here. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { toCid } from '../../protocol/cid.ts'
import { documentStates, readStates } from '../documents/readStates.ts'
import type { Env } from '../http/limits.ts'
import {
  answers,
  check,
  hashSchema,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import { listDocuments, namedKinds } from '../rounds/listDocuments.ts'
import type { Services } from '../services.ts'

const answer = v.object({
  documents: v.array(
    v.object({
      kind: v.picklist(namedKinds),
      digest: hashSchema,
      cid: v.string(),
      /** A proposal's key, or the number of an objection, proposal or attempt. */
      about: v.nullable(v.string()),
      /** In which it was named; null: in the rules. */
      block: v.nullable(v.number()),
      state: v.picklist(documentStates),
    }),
  ),
})

const description = describeRoute({
  summary: 'The documents that a round names',
  description:
    'Its own with the rubric, proposals of all versions, reasons, notices, objections, answers, the record: in the order of the chain.',
  responses: { ...refusals, 200: answers('As of the latest block.', answer) },
})

export function getDocuments({ database, events, rounds }: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/documents',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { rules } = await rounds.round(round)
      const named = listDocuments(rules, await events(round))
      const digests = named.map(({ digest }) => digest)
      const stateOf = await readStates(database, digests)
      const documents = named.map((one) => {
        const cid = toCid(one.digest)
        return { ...one, cid, state: stateOf(one.digest) }
      })
      return context.json({ documents }, 200)
    },
  )
}
