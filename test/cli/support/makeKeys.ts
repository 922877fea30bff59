/** A lone trustee's keys come to stand in a round, as `dure trustee` would do. */
import { type Address, hexToBytes } from 'viem'
import { getRules } from '../../../chain/getRules.ts'
import { readRound } from '../../../chain/readRound.ts'
import { createProgress } from '../../../cli/progress.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { createGasMeter, type Stage } from '../../../cli/rehearse/stage.ts'
import type { ServedChain } from '../../../cli/servedChain.ts'

export async function makeKeys(
  chain: ServedChain,
  round: Address,
  trustee: Address,
  attempt: number,
): Promise<void> {
  const rules = await getRules(chain.reader, { round })
  const call = { round, functionName: 'domainSeparator', args: [] } as const
  const separator = hexToBytes(await readRound(chain.reader, call))
  const trustees = [chain.sender(trustee)]
  const progress = createProgress({ write: () => true })
  const stage = { chain, round, rules, separator, progress, seed: 'keys' }
  // Key generation needs no more of a stage than this.
  const known = { ...stage, actors: { trustees }, gas: createGasMeter() }
  await generateKeys(known as unknown as Stage, attempt)
}
