/** Says in plain words that an act has to wait, or comes too late. */
import { type Phase, phases } from '../../chain/enums.ts'
import { getPhase } from '../../chain/getPhase.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { SampleStage } from './stage.ts'
import { both, phaseNames } from './words.ts'

export async function requirePhase(
  { chain, round }: SampleStage,
  needed: Phase,
): Promise<void> {
  const phase = await getPhase(chain.reader, { round })
  if (phase !== needed) throw new OtherPhaseError({ phase, needed })
}

export class OtherPhaseError extends BaseError {
  override name = 'OtherPhaseError'
  readonly phase: Phase

  constructor({ phase, needed }: { phase: Phase; needed: Phase }) {
    const isToCome = phases.indexOf(phase) < phases.indexOf(needed)
    const advice = isToCome
      ? '`npx dure sample later` moves the time of this chain on.'
      : 'Phases only move forward; `npm start` starts anew.'
    super(`The round is in the phase: ${both(phaseNames[phase])}.`, {
      metaMessages: [`This needs: ${both(phaseNames[needed])}.`, advice],
    })
    this.phase = phase
  }
}
