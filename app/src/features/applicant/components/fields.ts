/** What every field of the form gets. */
import type { DraftBounds, DraftProblems } from '../api/checkDraft.ts'
import type { ChangeDraft, Draft } from '../api/draft.ts'

export type FieldProps = {
  draft: Draft
  change: ChangeDraft
  problems: DraftProblems
  bounds: DraftBounds
}
