/** The lowest `threshold` trustees release their shares; the others stay away. */
import { enumNumber, type Purpose, purposes } from '../../chain/enums.ts'
import { writeRound } from '../../chain/writeRound.ts'
import type { Stage } from './stage.ts'

const gasNames = { ballot: 'release', lottery: 'draw' } as const

export async function releaseShares(
  { actors, gas, round, rules }: Stage,
  purpose: Purpose,
  shares: readonly bigint[],
): Promise<void> {
  for (const [index, share] of shares.slice(0, rules.threshold).entries()) {
    const receipt = await writeRound(actors.relayer, {
      round,
      functionName: 'releaseShare',
      args: [enumNumber(purposes, purpose), BigInt(index + 1), share],
    })
    gas.spend(gasNames[purpose], receipt)
  }
}
