/** What a round has recorded, from its own logs. */
import { type Address, bytesToHex, type Hash, type Hex } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { getPages } from '../../../chain/getPages.ts'
import { readRound } from '../../../chain/readRound.ts'
import { packBallot, parseBatch } from '../../../protocol/ballot.ts'

export type RecordedBallot = {
  reviewer: number
  version: number
  packed: Hex
  /** Of its block. */
  time: number
  transaction: Hash
}

export async function readRecorded(
  client: ReadClient,
  round: Address,
): Promise<RecordedBallot[]> {
  const size = { round, functionName: 'ballotSize', args: [] } as const
  const [, envelope] = await readRound(client, size)
  const envelopeLength = Number(envelope)
  const recorded: RecordedBallot[] = []
  for (const page of await getPages(client, { round })) {
    const { batch, blockNumber, transactionHash: transaction } = page
    const { timestamp } = await getBlock(client, { blockNumber })
    const time = Number(timestamp)
    for (const ballot of parseBatch(batch, { envelopeLength })) {
      const { reviewer, version } = ballot
      const packed = bytesToHex(packBallot(ballot))
      recorded.push({ reviewer, version, packed, time, transaction })
    }
  }
  return recorded
}
