/** The draft that the fields of a step show and change. */
import { createContext, use } from 'react'
import type { CheckedDraft, DraftProblem } from './check/checkDraft.ts'
import type { Draft } from './draft/draft.ts'

export type Wizard = {
  draft: Draft
  checked: CheckedDraft
  /** Saved at once. */
  change: (patch: Partial<Draft>) => void
  /** What to say beside a field; of what is missing, once its step was left. */
  problemsAt: (path: string) => DraftProblem[]
}

export const WizardContext = createContext<Wizard | undefined>(undefined)

export function useWizard(): Wizard {
  const wizard = use(WizardContext)
  if (!wizard) throw new Error('There is no draft above this.')
  return wizard
}
