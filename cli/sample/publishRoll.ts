/** The registrar publishes the reviewers' keys, community by community. */
import { writeRound } from '../../chain/writeRound.ts'
import { toChunks } from '../../protocol/roll.ts'
import type { SampleStage } from './stage.ts'

export async function publishRoll(stage: SampleStage): Promise<void> {
  const { actors, people, progress, round } = stage
  const keys = people.reviewers.map(({ address }) => address)
  await progress.step('roll', keys.length, 'keys', async () => {
    for (const [chunk, packed] of toChunks(keys).entries())
      await writeRound(actors.registrar, {
        round,
        functionName: 'publishRoll',
        args: [BigInt(chunk), packed],
      })
  })
}
