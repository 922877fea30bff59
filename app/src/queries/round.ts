/** What stands about one round: rules, phase, counts, holders, first block. */
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type Address, getAddress } from 'viem'
import { getBlockNumber } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { type Role, roles } from '../../../chain/enums.ts'
import { roundFactoryAbi } from '../../../chain/generated/abis.ts'
import { getRound, type GetRoundReturnType } from '../../../chain/getRound.ts'
import { readView } from '../../../chain/readView.ts'
import { readRound } from '../../../chain/readRound.ts'
import { BaseError } from '../../../protocol/errors.ts'
import { findFirstBlock } from '../../../verifier/read/findFirstBlock.ts'
import type { Config } from '../config/config.ts'
import { useConfig } from '../config/useConfig.ts'
import { mayRetry } from './queryClient.ts'
import { useNode } from './useNode.ts'

export type Round = GetRoundReturnType & {
  round: Address
  /** Logs of the round begin here. */
  fromBlock: bigint
  holders: Record<Role, Address>
}

export function roundQuery(node: ReadClient, config: Config, round: Address) {
  return queryOptions({
    queryKey: ['round', node.uid, round],
    queryFn: async (): Promise<Round> => {
      // Asked with the rest, for slow lines; what is no round is said first.
      const facts = readFacts(node, config, round)
      facts.catch(() => undefined)
      await requireRound(node, config, round)
      return facts
    },
    refetchInterval: 15_000,
    retry: (failures, error) =>
      mayRetry(failures, error) && !(error instanceof RoundUnknownError),
  })
}

async function readFacts(
  node: ReadClient,
  config: Config,
  round: Address,
): Promise<Round> {
  const [standing, fromBlock, holders] = await Promise.all([
    getRound(node, { round }),
    firstBlockOf(node, config, round),
    readHolders(node, round),
  ])
  return { ...standing, round, fromBlock, holders }
}

/** Looked for once: it never changes. */
const firstBlocks = new Map<string, Promise<bigint>>()

function firstBlockOf(
  node: ReadClient,
  { fromBlock }: Config,
  round: Address,
): Promise<bigint> {
  const name = `${node.uid} ${round}`
  const known = firstBlocks.get(name)
  if (known) return known
  const found = getBlockNumber(node).then((last) =>
    findFirstBlock(node, round, { first: BigInt(fromBlock), last }),
  )
  firstBlocks.set(name, found)
  found.catch(() => firstBlocks.delete(name))
  return found
}

async function requireRound(
  node: ReadClient,
  { factory: address }: Config,
  round: Address,
): Promise<void> {
  const isRound = await readView(node, {
    ...{ address, abi: roundFactoryAbi },
    ...{ functionName: 'isRound', args: [round] },
  })
  if (!isRound) throw new RoundUnknownError({ round })
}

async function readHolders(
  node: ReadClient,
  round: Address,
): Promise<Record<Role, Address>> {
  const holders = await Promise.all(
    roles.map(async (role, index) => {
      const call = { round, functionName: 'holder', args: [index] } as const
      return [role, await readRound(node, call)] as const
    }),
  )
  return Object.fromEntries(holders) as Record<Role, Address>
}

/** The round of the address bar. Below `/r/$round` only. */
export function useRoundAddress(): Address {
  const params: unknown = useParams({ strict: false })
  const { round } = params as { round?: string }
  return getAddress(round ?? '')
}

/** Of the round of the address bar; the round's layout waits for it. */
export function useRound(): Round {
  const query = roundQuery(useNode(), useConfig(), useRoundAddress())
  return useSuspenseQuery(query).data
}

export function useRoundOf(round: Address) {
  return useQuery(roundQuery(useNode(), useConfig(), round))
}

export class RoundUnknownError extends BaseError {
  override name = 'RoundUnknownError'

  constructor({ round }: { round: Address }) {
    super(`There is no round of this factory at ${round}.`, {
      metaMessages: ['Expected the address of a round that it made.'],
    })
  }
}
