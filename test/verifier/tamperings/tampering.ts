/** One way to falsify a round, and all that must be found wrong with it. */
import type { CheckName } from '../../../verifier/checkNames.ts'
import type { Place } from '../../../verifier/finding.ts'
import type { RecordedRound } from '../support/recordedRound.ts'

export type Scene = RecordedRound & { documents?: Map<string, Uint8Array> }

/** A finding that must be there; its place may be told more narrowly. */
export type Failed = { check: CheckName; where: Place }

export type Tampering = {
  what: string
  /** Halves unless told. */
  of?: 'jury' | 'means'
  /** Changes the copy of an honest round in place. */
  tamper: (scene: Scene) => void
  /** All that fails, and nothing else; asked of the honest round. */
  failed: Failed | ((scene: Scene) => Failed)
}
