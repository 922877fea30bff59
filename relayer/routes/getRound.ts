/** `GET /rounds/:round`: where a round stands. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { phases } from '../../chain/enums.ts'
import { countBallots } from '../ballots/countBallots.ts'
import type { Env } from '../http/limits.ts'
import {
  addressSchema,
  answers,
  check,
  hashSchema,
  refusals,
  roundParam,
} from '../http/schemas.ts'
import type { Services } from '../services.ts'

const times = v.object({
  registerUntil: v.number(),
  rosterBy: v.number(),
  freezeBy: v.number(),
  drawBy: v.number(),
  reviewFrom: v.number(),
  close: v.number(),
  releaseFrom: v.number(),
  releaseUntil: v.number(),
  openUntil: v.number(),
  rollNotice: v.number(),
  objectionPeriod: v.number(),
  answerPeriod: v.number(),
})

const answer = v.object({
  round: addressSchema,
  rulesDigest: hashSchema,
  /** The digest of its document. */
  document: hashSchema,
  phase: v.picklist(phases),
  times,
  /** On the chain. */
  cast: v.number(),
  pages: v.number(),
  /** Acknowledged here, and not yet on the chain. */
  waiting: v.number(),
})

const description = describeRoute({
  summary: 'Where a round stands',
  responses: { ...refusals, 200: answers('As of the latest block.', answer) },
})

export function getRound({ database, node, rounds }: Services) {
  return new Hono<Env>().get(
    '/rounds/:round',
    description,
    check('param', roundParam),
    async (context) => {
      const round = getAddress(context.req.valid('param').round)
      const { rules, rulesDigest } = await rounds.round(round)
      const [phase, { cast, pages }, waiting] = await Promise.all([
        rounds.phase(round),
        getBallotCounts(node.reader, { round }),
        countBallots(database, ['waiting', 'sent'], round),
      ])
      const { document, times } = rules
      const standing = { phase, times, cast, pages, waiting }
      return context.json({ round, rulesDigest, document, ...standing }, 200)
    },
  )
}
