/** Waits until the roll was public for its notice, then makes all of it final. */
import type { Hash } from 'viem'
import { readRound } from '../../chain/readRound.ts'
import { writeRound } from '../../chain/writeRound.ts'
import type { Stage } from './stage.ts'

/** `notice` is the digest of what is published about it. */
export async function freeze(
  { actors, chain, gas, round, rules }: Stage,
  notice: Hash,
): Promise<void> {
  const [, , changedAt] = await readRound(chain.reader, {
    round,
    functionName: 'rollProgress',
    args: [],
  })
  await chain.advanceTo(Number(changedAt) + rules.times.rollNotice)
  const receipt = await writeRound(actors.admin, {
    round,
    functionName: 'freeze',
    args: [notice],
  })
  gas.spend('freeze', receipt)
}
