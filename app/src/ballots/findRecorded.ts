/** Ballots of a seat that stand on the chain, from its pages alone. */
import { type Address, bytesToHex, type Hex } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { getPages } from '../../../chain/getPages.ts'
import { readRound } from '../../../chain/readRound.ts'
import { ballotDigest, parseBatch } from '../../../protocol/ballot.ts'
import { domainSeparator } from '../../../protocol/typedData.ts'

export type RecordedBallot = {
  version: number
  digest: Hex
  seal: Hex
  page: number
  block: number
  transaction: Hex
  /** Unix seconds. */
  recordedAt: number
}

export type FindRecordedParameters = {
  chainId: number
  round: Address
  reviewer: number
  fromBlock: bigint
}

/** In the order of the pages; empty before there is any. */
export async function findRecorded(
  node: ReadClient,
  { chainId, fromBlock, reviewer, round }: FindRecordedParameters,
): Promise<RecordedBallot[]> {
  const [pages, size] = await Promise.all([
    getPages(node, { round, fromBlock }),
    readRound(node, { round, functionName: 'ballotSize', args: [] }),
  ])
  const separator = domainSeparator({ chainId: BigInt(chainId), round })
  const envelopeLength = Number(size[1])
  const found = pages.flatMap((page) =>
    parseBatch(page.batch, { envelopeLength })
      .filter((ballot) => ballot.reviewer === reviewer)
      .map((ballot) => ({ ballot, page })),
  )
  return Promise.all(
    found.map(async ({ ballot, page }) => {
      const { blockNumber } = page
      const { timestamp } = await getBlock(node, { blockNumber })
      return {
        version: ballot.version,
        digest: bytesToHex(ballotDigest(separator, ballot)),
        seal: bytesToHex(ballot.seal),
        page: page.number,
        block: Number(blockNumber),
        transaction: page.transactionHash,
        recordedAt: Number(timestamp),
      }
    }),
  )
}
