/** The scores as they are being given: kept at each tap, watched in other tabs. */
import { useEffect, useState } from 'react'
import {
  type Draft,
  draftName,
  keepDraft,
  parseDraft,
  readDraft,
  type Values,
} from '../../../ballots/drafts.ts'
import type { Seat } from '../../../keys/heldKeys.ts'

export type DraftInHand = {
  draft: Draft
  /** False where this browser keeps nothing. */
  isKept: boolean
  /** As another tab has it, while the reader has not chosen. */
  other: Draft | undefined
  change: (proposal: number, values: Values) => void
  takeOther: () => void
  keepOwn: () => void
}

export function useDraft(seat: Seat): DraftInHand {
  const name = draftName(seat)
  const [draft, setDraft] = useState(() => readDraft(seat))
  const [isKept, setKept] = useState(true)
  const [other, setOther] = useState<Draft>()
  useEffect(() => {
    const note = ({ key, newValue }: StorageEvent) => {
      if (key === name) setOther(parseDraft(newValue))
    }
    window.addEventListener('storage', note)
    return () => {
      window.removeEventListener('storage', note)
    }
  }, [name])
  const hold = (next: Draft) => {
    setDraft(next)
    setKept(keepDraft(seat, next))
  }
  return {
    ...{ draft, isKept, other },
    change(proposal, values) {
      hold({ ...draft, [proposal]: values })
    },
    takeOther() {
      if (other) setDraft(other)
      setOther(undefined)
    },
    keepOwn() {
      hold(draft)
      setOther(undefined)
    },
  }
}
