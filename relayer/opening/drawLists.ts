/** Stores the block of a draw before it falls out of reach, then makes the draw. */
import { getDrawState } from '../../chain/getDrawState.ts'
import { writeRound } from '../../chain/writeRound.ts'
import type { RoundFacts } from '../rounds/roundBook.ts'
import type { Services } from '../services.ts'

export async function drawLists(
  { log, node }: Services,
  { round, rules }: RoundFacts,
): Promise<void> {
  const { reader, sender } = node
  const state = await getDrawState(reader, { round })
  if (state.isDrawn) return
  if (!state.isStored) {
    if (state.latest <= state.block) return
    await writeRound(sender, {
      ...{ round, functionName: 'storeDrawBlock', args: [] },
    })
    log('drawBlockStored', { round, block: Number(state.block) })
  }
  if (state.released.length < rules.threshold) return
  await writeRound(sender, { round, functionName: 'draw', args: [] })
  log('drawn', { round })
}
