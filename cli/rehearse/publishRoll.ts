/** Makes a key for every reviewer and publishes the roll in its chunks. */
import { bytesToHex } from 'viem'
import { writeRound } from '../../chain/writeRound.ts'
import { chunkCount, chunkLength, keysPerChunk } from '../../protocol/roll.ts'
import { reviewerCount } from '../../protocol/rules.ts'
import type { DeriveKeysTask } from './deriveKeys.ts'
import type { Stage } from './stage.ts'

export async function publishRoll(stage: Stage): Promise<void> {
  const { actors, gas, plan, pool, progress, round, rules } = stage
  const reviewers = reviewerCount(rules, plan.proposals.length)
  await progress.step('roll', reviewers, 'keys', async (advance) => {
    let chunk = 0
    for await (const keys of pool.inOrder(
      'deriveKeys',
      tasks(stage, reviewers),
    )) {
      const receipt = await writeRound(actors.registrar, {
        round,
        functionName: 'publishRoll',
        args: [BigInt(chunk), bytesToHex(keys)],
      })
      gas.spend('roll', receipt)
      advance(chunkLength(reviewers, chunk))
      chunk += 1
    }
  })
}

function* tasks(
  { seed, verifier }: Stage,
  reviewers: number,
): Generator<DeriveKeysTask, void> {
  for (let chunk = 0; chunk < chunkCount(reviewers); chunk++) {
    const first = chunk * keysPerChunk + 1
    const count = chunkLength(reviewers, chunk)
    yield { seed, verifier, person: 'reviewer', first, count }
  }
}
