/** `GET /rounds/:round/texts`: the documents of many proposals at once. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress, type Hash } from 'viem'
import { BaseError } from '../../protocol/errors.ts'
import { listProposals } from '../../chain/listProposals.ts'
import { readDocument } from '../documents/readDocument.ts'
import type { Env } from '../http/limits.ts'
import {
  answers,
  check,
  hashSchema,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import type { Services } from '../services.ts'

/** Proposals that one request may name. */
export const mostTexts = 100
/** Bytes after which the rest is left to another request. */
const enoughBytes = 2 ** 21

const query = v.object({
  of: v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8})*$/, 'numbers like 3,17 expected'),
    v.transform((text) => [...new Set(text.split(',').map(Number))]),
    v.maxLength(mostTexts, `at most ${mostTexts} proposals`),
  ),
})

const answer = v.object({
  texts: v.array(
    v.object({
      /** Place in the order of first registration, from 1. */
      ordinal: v.number(),
      digest: hashSchema,
      /** In base64, as they were published. */
      bytes: v.string(),
    }),
  ),
  /** Ordinals that did not fit into this answer: ask for them again. */
  left: v.array(v.number()),
})

const description = describeRoute({
  summary: 'The documents of many proposals',
  description:
    'Of the latest versions of the proposals that `of` names by the order of first registration. What is missing, deleted or damaged is in neither list. Whoever gets them checks the digests.',
  responses: { ...refusals, 200: answers('As of the latest block.', answer) },
})

type Text = { ordinal: number; digest: Hash; bytes: string }

export function getTexts(services: Services) {
  return new Hono<Env>().get(
    '/rounds/:round/texts',
    description,
    check('param', roundParam),
    check('query', query),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { of } = context.req.valid('query')
      const listed = listProposals(await services.events(round))
      const wanted = listed.filter(({ ordinal }) => of.includes(ordinal))
      const { left, texts } = await readTexts(services, wanted)
      return context.json({ texts, left }, 200)
    },
  )
}

async function readTexts(
  services: Services,
  wanted: readonly { ordinal: number; digest: Hash }[],
): Promise<{ texts: Text[]; left: number[] }> {
  const texts: Text[] = []
  let read = 0
  for (const [index, { digest, ordinal }] of wanted.entries()) {
    if (read >= enoughBytes)
      return { texts, left: wanted.slice(index).map((one) => one.ordinal) }
    const found = await readDocument(services, digest).catch(noneHere)
    if (!found) continue
    read += found.bytes.length
    const bytes = Buffer.from(found.bytes).toString('base64')
    texts.push({ ordinal, digest, bytes })
  }
  return { texts, left: [] }
}

/** Why it is not here is told where it is asked for alone. */
function noneHere(error: unknown): undefined {
  if (!(error instanceof BaseError)) throw error
}
