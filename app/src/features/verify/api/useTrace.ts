/** Finds the ballots that somebody asked for, and follows them. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { reviewersOf } from '../../../../../protocol/roll.ts'
import {
  type KeptBallot,
  readKeptBallots,
} from '../../../ballots/keptBallots.ts'
import { referenceOf } from '../../../ballots/reference.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { type HeldKey, isOfSeat } from '../../../keys/heldKeys.ts'
import { useKeysOfRound } from '../../../keys/useHeldKeys.ts'
import { drawQuery } from '../../../queries/draw.ts'
import { rollQuery } from '../../../queries/roll.ts'
import { pagesQuery } from '../../../queries/pages.ts'
import { type Round, useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { Asked } from './asked.ts'
import { findByReference, type Trace, traceBallots } from './traceBallots.ts'

export type Found = {
  traces: Trace[]
  /** Signed on this device; perhaps not recorded yet. */
  kept: KeptBallot | undefined
}

type Search = {
  client: QueryClient
  node: ReadClient
  chainId: number
  round: Round
  keys: readonly HeldKey[]
}

export function useTrace(asked: Asked | undefined) {
  const client = useQueryClient()
  const node = useNode()
  const { chainId } = useConfig()
  const round = useRound()
  const keys = useKeysOfRound(round.round)
  return useQuery(traceQuery({ client, node, chainId, round, keys }, asked))
}

function traceQuery(search: Search, asked: Asked | undefined) {
  const { node, round } = search
  const { ballots, phase } = round
  return queryOptions({
    queryKey: ['trace', node.uid, round.round, phase, ballots.pages, asked],
    queryFn: () => (asked ? find(search, asked) : null),
    enabled: asked !== undefined,
    staleTime: 10_000,
  })
}

async function find(search: Search, asked: Asked): Promise<Found> {
  const { client, node, round } = search
  const kept = keptOf(search, asked)
  const draw = await client.query(drawQuery(node, round))
  if (!draw) return { traces: [], kept }
  const pages = await client.query(pagesQuery(node, round))
  const reviewers = await reviewersAsked(search, asked, pages)
  const known = kept ? [kept.reviewer] : []
  const wanted = reviewers.length > 0 ? reviewers : known
  const traces = await Promise.all(
    wanted
      .filter((reviewer) => reviewer >= 1 && reviewer <= draw.reviewers)
      .map((reviewer) => traceBallots(node, { round, pages, draw, reviewer })),
  )
  return { traces, kept }
}

async function reviewersAsked(
  { client, node, round }: Search,
  asked: Asked,
  pages: Parameters<typeof findByReference>[0]['pages'],
): Promise<number[]> {
  switch (asked.kind) {
    case 'reviewer':
      return [asked.reviewer]
    case 'receipt':
      return [asked.signed.receipt.reviewer]
    case 'key': {
      const roll = await client.query(rollQuery(node, round))
      return roll ? reviewersOf(roll, asked.key) : []
    }
    case 'reference': {
      const found = await findByReference({ pages, round }, asked.reference)
      return found ? [found.reviewer] : []
    }
  }
}

function keptOf(
  { chainId, keys, round }: Search,
  asked: Asked,
): KeptBallot | undefined {
  const seats = keys.map(({ reviewer }) => ({
    ...{ chainId, round: round.round, reviewer },
  }))
  const all = seats.flatMap(readKeptBallots)
  switch (asked.kind) {
    case 'reference':
      return all.find((one) => referenceOf(one.digest) === asked.reference)
    case 'receipt':
      return all.find((one) => one.digest === asked.signed.receipt.ballot)
    case 'reviewer': {
      const seat = { chainId, round: round.round, reviewer: asked.reviewer }
      return all.find((one) => isOfSeat(one, seat))
    }
    case 'key':
      return undefined
  }
}
