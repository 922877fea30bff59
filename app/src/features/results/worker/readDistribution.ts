/** Reads all opened ballots and counts who gave which value to which proposal. */
import { createClient, http } from 'viem'
import type { ReadClient } from '../../../../../chain/clients.ts'
import {
  getOpenings,
  type OpenedPage,
} from '../../../../../chain/getOpenings.ts'
import { getPages } from '../../../../../chain/getPages.ts'
import { mapConcurrently } from '../../../../../chain/mapConcurrently.ts'
import { type Settled, settle } from '../../../../../chain/opening/settle.ts'
import { readDraw } from '../../../../../chain/readDraw.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import { parseBatch } from '../../../../../protocol/ballot.ts'
import { type Draw, listOf } from '../../../../../protocol/draw.ts'
import { envelopeLength, valueCount } from '../../../../../protocol/rules.ts'
import type { Distribution, DistributionRequest } from './messages.ts'

export async function readDistribution(
  request: DistributionRequest,
): Promise<Distribution> {
  const { fromBlock, round, rules, url } = request
  const client = createClient({ transport: http(url, { batch: true }) })
  const range = { round, fromBlock }
  const [draw, cast] = await Promise.all([
    readDraw(client, { round, rules }),
    getPages(client, range),
  ])
  const length = { envelopeLength: envelopeLength(rules, draw.n) }
  const pages = cast.map(({ batch, number }) => ({
    number,
    ballots: parseBatch(batch, length),
  }))
  const values = { valueCount: valueCount(rules, draw.n) }
  const opened = await getOpenings(client, { ...range, ...values })
  const signed = await signedOnes(client, request, opened)
  const isSigned = ({ reviewer }: { reviewer: number }) => signed.has(reviewer)
  const settled = settle({ rules, draw, pages, opened, isSigned })
  return count(request, draw, [...settled.values()])
}

/** Own openings: the contract knows whose signature held. */
async function signedOnes(
  client: ReadClient,
  { round }: DistributionRequest,
  opened: readonly OpenedPage[],
): Promise<Set<number>> {
  const own = opened.flatMap(({ openings }) =>
    openings.flatMap(({ kind, reviewer }) => (kind === 2 ? [reviewer] : [])),
  )
  const reviewers = [...new Set(own)]
  const settled = await mapConcurrently(reviewers, (reviewer) =>
    readRound(client, {
      ...{ round, functionName: 'isSettled', args: [BigInt(reviewer)] },
    }),
  )
  return new Set(reviewers.filter((_, index) => settled[index]))
}

function count(
  { rules }: DistributionRequest,
  draw: Draw,
  settled: readonly Settled[],
): Distribution {
  const criteria = rules.weights.length
  const values = rules.maxScore + 1
  const counts = new Uint32Array(draw.n * criteria * values)
  const counted = settled.filter(({ reason }) => reason === 0)
  for (const ballot of counted)
    for (const [entry, proposal] of listOf(draw, ballot.reviewer).entries()) {
      if (proposal === 0) continue
      for (let k = 0; k < criteria; k++) {
        const value = ballot.values[entry * criteria + k] ?? 0
        const at = ((proposal - 1) * criteria + k) * values + value
        counts[at] = (counts[at] ?? 0) + 1
      }
    }
  const spoiled = settled.length - counted.length
  return { criteria, values, counts, counted: counted.length, spoiled }
}
