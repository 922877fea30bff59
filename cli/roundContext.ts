/** Reads, once, what every command on one round needs to know of it. */
import { type Address, hexToBytes } from 'viem'
import { getBlockNumber, getChainId } from 'viem/actions'
import type { ReadClient } from '../chain/clients.ts'
import { getRules } from '../chain/getRules.ts'
import { readRound } from '../chain/readRound.ts'
import type { RoundContext } from '../chain/roundContext.ts'
import { findFirstBlock } from '../verifier/read/findFirstBlock.ts'

export type { RoundContext }

export async function readRoundContext(
  client: ReadClient,
  round: Address,
  /** Looked for unless told. */
  fromBlock?: bigint,
): Promise<RoundContext> {
  const call = { round, functionName: 'domainSeparator', args: [] } as const
  const [rules, separator, chainId, first] = await Promise.all([
    getRules(client, { round }),
    readRound(client, call),
    getChainId(client),
    fromBlock ?? lookForFirstBlock(client, round),
  ])
  return {
    round,
    chainId: BigInt(chainId),
    rules,
    separator: hexToBytes(separator),
    fromBlock: first,
  }
}

async function lookForFirstBlock(
  client: ReadClient,
  round: Address,
): Promise<bigint> {
  const latest = await getBlockNumber(client, { cacheTime: 0 })
  return findFirstBlock(client, round, { last: latest })
}
