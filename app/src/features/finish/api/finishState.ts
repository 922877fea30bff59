/** How far the end of a round is: draw, key, opening, and who did what. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Address, type Hash, isAddressEqual } from 'viem'
import { getBlock, getTransaction } from 'viem/actions'
import type { ReadClient } from '../../../../../chain/clients.ts'
import {
  getDrawState,
  type GetDrawStateReturnType,
} from '../../../../../chain/getDrawState.ts'
import { getRelayerRecord } from '../../../../../chain/getRelayerRecord.ts'
import { getReleasedShares } from '../../../../../chain/getReleasedShares.ts'
import { getRoundLogs } from '../../../../../chain/getRoundLogs.ts'
import { mapConcurrently } from '../../../../../chain/mapConcurrently.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { type Round, useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

export type Doer = { address: Address; isRelayer: boolean }

const eventNames = [
  'DrawBlockStored',
  'Drawn',
  'PageOpened',
  'Ranked',
  'Confirmed',
] as const
export type FinishAct = (typeof eventNames)[number]

export type FinishState = {
  draw: GetDrawStateReturnType
  /** Unix time of the latest block. */
  time: number
  keyCame: boolean
  /** Trustees whose share of the ballot key is public. */
  released: readonly number[]
  doers: Readonly<Record<FinishAct, readonly Doer[]>>
}

/** Of pages that many have opened, the first senders are enough. */
const mostDoers = 20

export function useFinishState() {
  const node = useNode()
  const { receipts } = useConfig()
  return useQuery(finishQuery(node, receipts, useRound()))
}

function finishQuery(node: ReadClient, receipts: Address, round: Round) {
  return queryOptions({
    queryKey: ['finish', node.uid, round.round, round.phase],
    queryFn: () => readFinish(node, receipts, round),
    refetchInterval: 5_000,
  })
}

async function readFinish(
  node: ReadClient,
  receipts: Address,
  { fromBlock, round }: Round,
): Promise<FinishState> {
  const keyCall = { round, functionName: 'keyCame', args: [] } as const
  const shares = { round, fromBlock, purpose: 'ballot' } as const
  const [draw, keyCame, released, logs, { timestamp }] = await Promise.all([
    getDrawState(node, { round }),
    readRound(node, keyCall),
    getReleasedShares(node, shares),
    getRoundLogs(node, { round, fromBlock, eventNames }),
    getBlock(node),
  ])
  const doersOf = async (name: FinishAct) => {
    const hashes = logs
      .filter(({ eventName }) => eventName === name)
      .map(({ transactionHash }) => transactionHash)
    return readDoers(node, receipts, [...new Set(hashes)].slice(0, mostDoers))
  }
  const found = await Promise.all(
    eventNames.map(async (name) => [name, await doersOf(name)] as const),
  )
  return {
    ...{ draw, keyCame, time: Number(timestamp) },
    released: released.map(({ trustee }) => trustee),
    // One entry for each name.
    doers: Object.fromEntries(found) as Record<FinishAct, Doer[]>,
  }
}

/** Who sent a transaction never changes. */
const senders = new Map<Hash, Promise<Doer>>()

async function readDoers(
  node: ReadClient,
  receipts: Address,
  hashes: readonly Hash[],
): Promise<Doer[]> {
  const all = await mapConcurrently(hashes, (hash) => {
    const known = senders.get(hash)
    if (known) return known
    const asked = readDoer(node, receipts, hash)
    senders.set(hash, asked)
    asked.catch(() => senders.delete(hash))
    return asked
  })
  return all.filter(
    ({ address }, index) =>
      all.findIndex((one) => isAddressEqual(one.address, address)) === index,
  )
}

async function readDoer(
  node: ReadClient,
  receipts: Address,
  hash: Hash,
): Promise<Doer> {
  const { from: address } = await getTransaction(node, { hash })
  const call = { receipts, relayer: address }
  const { url } = await getRelayerRecord(node, call)
  return { address, isRelayer: url !== '' }
}
