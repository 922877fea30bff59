/** Casts a batch of sealed ballots as one page. */
import { type Address, type Hex, parseEventLogs, toHex } from 'viem'
import type { WriteClient } from './clients.ts'
import { roundAbi } from './generated/abis.ts'
import type { SendCallReturnType } from './sendCall.ts'
import { writeRound } from './writeRound.ts'

export type CastBallotsParameters = {
  round: Address
  /** Packed ballots end to end, at most 400. */
  batch: Uint8Array
  gas?: bigint
}
export type CastBallotsReturnType = {
  receipt: SendCallReturnType
  /** 0: every ballot was skipped, there is no page. */
  page: number
  ballots: number
  skipped: SkippedBallot[]
}
export type SkippedBallot = {
  reviewer: number
  version: number
  /** Selector of the error that a direct cast would give. */
  reason: Hex
}

export async function castBallots(
  client: WriteClient,
  { round, batch, gas }: CastBallotsParameters,
): Promise<CastBallotsReturnType> {
  const receipt = await writeRound(client, {
    round,
    functionName: 'castBallots',
    args: [toHex(batch)],
    gas,
  })
  return { receipt, ...readCast(receipt) }
}

/** What became of a batch in its transaction. */
export function readCast({
  logs: raw,
}: Pick<SendCallReturnType, 'logs'>): Omit<CastBallotsReturnType, 'receipt'> {
  const logs = parseEventLogs({ abi: roundAbi, logs: raw })
  const cast = logs.find((log) => log.eventName === 'PageCast')
  return {
    page: Number(cast?.args.page ?? 0),
    ballots: Number(cast?.args.ballots ?? 0),
    skipped: logs.flatMap((log) =>
      log.eventName === 'BallotSkipped'
        ? [{ ...log.args, reviewer: Number(log.args.reviewer) }]
        : [],
    ),
  }
}
