/** Keeps a draft and goes to one of its steps. */
import { useNavigate } from '@tanstack/react-router'
import { useConfig } from '../../../config/useConfig.ts'
import { useNow } from '../../../queries/head.ts'
import type { Draft } from '../draft/draft.ts'
import { draftId, keepDraft } from '../draft/keptDrafts.ts'
import type { Given } from '../draft/newDraft.ts'
import type { StepName } from '../draft/steps.ts'

export function useBegin() {
  const navigate = useNavigate()
  return (draft: Draft, step: StepName = 'basics') => {
    keepDraft(draft)
    const params = { draft: draftId(draft), step }
    void navigate({ to: '/new/$draft/$step', params })
  }
}

/** What every new draft begins with. */
export function useGiven(): Given {
  const { passkeyVerifier } = useConfig()
  const now = Math.floor(useNow())
  return { now, verifiers: passkeyVerifier ? [passkeyVerifier] : [] }
}
