/** What a transaction logged, and the selectors of errors. */
import type { TransactionResponse } from 'ethers'
import type { Hex } from 'viem'
import { Round__factory } from '../../../types/index.ts'
import type { Stage } from './stage.ts'

/** A ballot that a batch was recorded without. */
export type Skipped = { reviewer: number; version: number; reason: Hex }

const round = Round__factory.createInterface()

export function errorSelector(name: Parameters<typeof round.getError>[0]): Hex {
  return round.getError(name)?.selector as Hex
}

/** The error in the data of a revert; out of gas if there is no data. */
export function errorIn(data: string): string | undefined {
  return data === '0x' ? 'out of gas' : round.parseError(data)?.name
}

export async function skippedIn(
  stage: Stage,
  sent: Promise<TransactionResponse>,
): Promise<Skipped[]> {
  const events = await eventsIn(stage, sent, 'BallotSkipped')
  return events.map(({ reviewer, version, reason }) => ({
    reviewer: Number(reviewer),
    version: Number(version),
    reason: reason as Hex,
  }))
}

/** The arguments of all events of one name, by their names. */
export async function eventsIn(
  { id }: Stage,
  sent: Promise<TransactionResponse>,
  name: string,
): Promise<Record<string, unknown>[]> {
  const receipt = await (await sent).wait()
  return (receipt?.logs ?? []).flatMap((log) => {
    if (log.address.toLowerCase() !== id.round.toLowerCase()) return []
    const event = round.parseLog(log)
    return event?.name === name
      ? [event.args.toObject() as Record<string, unknown>]
      : []
  })
}
