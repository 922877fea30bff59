/** The draw of a round, computed from the seed that stands on the chain. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { readRound } from './readRound.ts'
import { type Draw, makeDraw } from '../protocol/draw.ts'
import { BaseError } from '../protocol/errors.ts'
import type { Rules } from '../protocol/rules.ts'

export async function readDraw(
  client: ReadClient,
  { round, rules }: { round: Address; rules: Rules },
): Promise<Draw> {
  const call = { round, args: [] } as const
  const [seed, [, onRoster]] = await Promise.all([
    readRound(client, { ...call, functionName: 'seed' }),
    readRound(client, { ...call, functionName: 'rosterSize' }),
  ])
  if (BigInt(seed) === 0n) throw new NotDrawnError()
  return makeDraw({ seed, rules, n: Number(onRoster) })
}

export class NotDrawnError extends BaseError {
  override name = 'NotDrawnError'

  constructor() {
    super('The lists are not drawn yet.', {
      metaMessages: ['`dure status` tells what is missing for the draw.'],
    })
  }
}
