/** The official acts of a round from the chain's logs: all at once, but for the heavy ones. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getBlockNumber } from 'viem/actions'
import type { ReadClient } from '../../../../../chain/clients.ts'
import {
  getRoundLogs,
  type GetRoundLogsReturnType,
} from '../../../../../chain/getRoundLogs.ts'
import type { Round } from '../../../queries/round.ts'
import type { eventsOf } from './kinds.ts'
import { type ActKind } from './kinds.ts'

export type Act = GetRoundLogsReturnType<
  (typeof eventsOf)[ActKind][number]
>[number]

export type ActNames = readonly Act['eventName'][]

export function actsQuery(
  node: ReadClient,
  { fromBlock, round }: Round,
  eventNames: ActNames,
) {
  return queryOptions({
    queryKey: ['acts', node.uid, round, eventNames],
    queryFn: (): Promise<Act[]> =>
      getRoundLogs(node, { round, fromBlock, eventNames }),
    enabled: eventNames.length > 0,
    staleTime: 15_000,
  })
}

/** Blocks asked for at once. Each may hold a whole page of ballots. */
const fewest = 8n
/** Many nodes refuse more than 10,000. */
const most = 2_000n
/** Of heavy acts in an answer: after more, fewer blocks are asked for. */
const plenty = 8

/** The end of what is still to be read, by its last block. */
type Rest = { toBlock?: bigint; blocks: bigint }

/** Down to `fromBlock`, all is there. */
export type Stretch = { acts: Act[]; fromBlock: bigint; blocks: bigint }

/** Backwards from the latest block, a stretch with some acts at a time. */
export function heavyActsQuery(
  node: ReadClient,
  round: Round,
  eventNames: ActNames,
) {
  const { ballots, fromBlock: first } = round
  return infiniteQueryOptions({
    queryKey: ['heavyActs', node.uid, round.round, eventNames, ballots.pages],
    queryFn: ({ pageParam }) => readStretch(node, round, eventNames, pageParam),
    initialPageParam: { blocks: fewest },
    getNextPageParam: ({ acts, blocks, fromBlock }): Rest | undefined =>
      fromBlock <= first || acts.some(isFirstPage)
        ? undefined
        : { toBlock: fromBlock - 1n, blocks },
    enabled: eventNames.length > 0 && ballots.pages > 0,
    staleTime: 60_000,
    // A new page of ballots is another query: what is shown stays until it comes.
    placeholderData: (before) => before,
  })
}

async function readStretch(
  node: ReadClient,
  { fromBlock: first, round }: Round,
  eventNames: ActNames,
  rest: Rest,
): Promise<Stretch> {
  let toBlock = rest.toBlock ?? (await getBlockNumber(node, { cacheTime: 0 }))
  let { blocks } = rest
  for (;;) {
    const start = toBlock - blocks + 1n
    const fromBlock = start > first ? start : first
    const range = { round, fromBlock, toBlock, eventNames }
    const acts = await getRoundLogs(node, range)
    if (acts.length > plenty && blocks > fewest) blocks /= 2n
    if (acts.length > 0 || fromBlock === first)
      return { acts: acts.map(withoutBallots), fromBlock, blocks }
    toBlock = fromBlock - 1n
    if (blocks < most) blocks *= 2n
  }
}

/** Nothing heavy came before it. */
function isFirstPage({ args, eventName }: Act): boolean {
  return eventName === 'PageCast' && args.page === 1n
}

/** The log tells how many there were: no device need keep them all. */
function withoutBallots(act: Act): Act {
  if (act.eventName === 'PageCast')
    return { ...act, data: '0x', args: { ...act.args, batch: '0x' } }
  if (act.eventName === 'PageOpened')
    return { ...act, data: '0x', args: { ...act.args, openings: '0x' } }
  return act
}

export function newestFirst(acts: readonly Act[]): Act[] {
  return [...acts].sort(
    (one, other) =>
      Number(other.blockNumber - one.blockNumber) ||
      other.logIndex - one.logIndex,
  )
}
