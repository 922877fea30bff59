/** Notes that a step was left: from then on it tells what is missing there. */
import type { StepName } from '../draft/steps.ts'
import { useWizard } from '../wizardContext.ts'

export function useLeave(step: StepName): () => void {
  const { change, draft } = useWizard()
  return () => {
    if (!draft.seen.includes(step)) change({ seen: [...draft.seen, step] })
  }
}
